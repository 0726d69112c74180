package io.parvis.engagement.fan.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.UpcasterChain;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanRegisteredFrom1To2Test {

    @Test
    void readsFansOfTheFirstFormat() throws IOException {
        var formats = new UpcasterChain(List.of(new FanRegisteredFrom1To2()));
        try (var golden = getClass().getResourceAsStream("/golden/FanRegistered.1.json")) {
            var payload = EventJson.mapper().readTree(golden).get("payload");

            var current = formats.current(
                    "engagement.FanRegistered", "1", EventJson.mapper().writeValueAsBytes(payload));

            assertThat(current.version()).isEqualTo("2");
            assertThat(EventJson.mapper().readValue(current.payload(), FanRegistered.class))
                    .isEqualTo(new FanRegistered(
                            new FanId("f1"),
                            new BrandId("b1"),
                            "hash",
                            "FR",
                            List.of(new Consent(ConsentPurpose.CONTESTS, true, "I take part."))));
        }
    }
}
