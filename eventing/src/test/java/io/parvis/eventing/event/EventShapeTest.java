package io.parvis.eventing.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.testing.EventShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The golden file of an event tells all that its class can hold, whatever the sample sets. */
class EventShapeTest {

    private enum Colour {
        RED,
        BLUE
    }

    private record Part(BigDecimal weight, @Nullable Colour colour) {}

    private record Built(
            String id,
            @Nullable Instant at,
            List<Part> parts,
            @Nullable Map<String, List<Integer>> counts,
            Part whole,
            boolean sold,
            @Nullable Long next) {}

    @Test
    void tellsEveryFieldHoweverDeep() {
        assertThat(EventShape.of(Built.class, EventJson.mapper()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("id", "String"),
                        Map.entry("at", "Instant?"),
                        Map.entry("parts", "list"),
                        Map.entry("parts[]", "object"),
                        Map.entry("parts[].weight", "BigDecimal"),
                        Map.entry("parts[].colour", "RED | BLUE?"),
                        Map.entry("counts", "map by String?"),
                        Map.entry("counts{}", "list"),
                        Map.entry("counts{}[]", "Integer"),
                        Map.entry("whole", "object"),
                        Map.entry("whole.weight", "BigDecimal"),
                        Map.entry("whole.colour", "RED | BLUE?"),
                        Map.entry("sold", "boolean"),
                        Map.entry("next", "Long?")));
    }
}
