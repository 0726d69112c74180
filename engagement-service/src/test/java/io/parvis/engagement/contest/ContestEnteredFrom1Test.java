package io.parvis.engagement.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.UpcasterChain;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestEnteredFrom1Test {

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        try (var golden = getClass().getResourceAsStream("/golden/ContestEntered.1.json")) {
            var payload = EventJson.mapper().readTree(golden).get("payload");

            var current = new UpcasterChain(List.of(new ContestEnteredFrom1()))
                    .current(
                            "engagement.ContestEntered", "1", EventJson.mapper().writeValueAsBytes(payload));

            var entered = EventJson.mapper().readValue(current.payload(), ContestEntered.class);
            assertThat(entered)
                    .isEqualTo(new ContestEntered(
                            new EntryId("e1"),
                            new ContestId("c1"),
                            new BrandId("b1"),
                            new FanId("f1"),
                            1,
                            Instant.EPOCH,
                            "5d44816667c82b60ff943ccbb71c0ad794b73b4aa6d77900f2e11f0645885246",
                            "47dc7fccc30dc0403f4d25c0caf82310551e771a4379d9cb0549a392a62aa85f",
                            null));
        }
    }
}
