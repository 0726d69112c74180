package io.parvis.eventing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Holds a service's own events to the format in which the log has them: name, version, tags and JSON. */
public final class GoldenEvents {

    private GoldenEvents() {}

    /**
     * Every event class below the package has a sample, and every sample is what its golden file says
     * ({@code /golden/Name.version.json}), forth and back. Whatever the class can hold stands there as well: a field more or
     * less, or a value more of what is one of few, makes another version, which releases that do not know it leave alone.
     */
    public static void check(String basePackage, List<?> samples) {
        assertThat(samples.stream().map(sample -> sample.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(ProductionClasses.of(basePackage).stream()
                        .filter(type -> type.isAnnotatedWith(Event.class))
                        .map(type -> type.getName())
                        .toList());
        samples.forEach(GoldenEvents::checkOne);
    }

    private static void checkOne(Object event) {
        var type = EventType.of(event.getClass());
        var file = "/golden/%s.%s.json".formatted(type.qualifiedName().localName(), type.version());
        try (var golden = event.getClass().getResourceAsStream(file)) {
            var actual = described(event);
            assertThat(golden)
                    .as("%s is missing; it would hold %s", file, actual)
                    .isNotNull();
            var expected = EventJson.mapper().readTree(golden);
            assertThat(actual.toPrettyString())
                    .as("%s is kept for ever: what differs is a new version", file)
                    .isEqualTo(expected.toPrettyString());
            assertThat((Object) EventJson.mapper().treeToValue(expected.get("payload"), event.getClass()))
                    .as("read back from %s", file)
                    .isEqualTo(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode described(Object event) {
        var type = EventType.of(event.getClass());
        var tags = new AnnotationBasedTagResolver()
                .resolve(new GenericEventMessage(type, event)).stream()
                        .map(tag -> tag.key() + "=" + tag.value())
                        .collect(Collectors.toCollection(TreeSet::new));
        var described = EventJson.mapper().createObjectNode();
        described.put("type", type.name());
        described.put("version", type.version());
        described.set("tags", EventJson.mapper().valueToTree(tags));
        described.set("payload", EventJson.mapper().valueToTree(event));
        described.set("fields", EventJson.mapper().valueToTree(EventShape.of(event.getClass(), EventJson.mapper())));
        return described;
    }
}
