package io.parvis.engagement.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.eventing.event.EventFormats;
import io.parvis.eventing.event.EventJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestEnteredFrom1Test {

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        try (var golden = getClass().getResourceAsStream("/golden/ContestEntered.1.json")) {
            var payload = EventJson.mapper().readTree(golden).get("payload");

            var current = new EventFormats(List.of(new ContestEnteredFrom1()))
                    .current(
                            "engagement.ContestEntered", "1", EventJson.mapper().writeValueAsBytes(payload));

            assertThat(EventJson.mapper().readValue(current.payload(), ContestEntered.class))
                    .isEqualTo(new ContestEntered("e1", "c1", "b1", "f1", 1, Instant.EPOCH, null));
        }
    }
}
