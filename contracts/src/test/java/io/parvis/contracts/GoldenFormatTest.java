package io.parvis.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.testing.EventShape;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Name, version, JSON, all that it can hold, and tags of every contract event are what partners and old logs rely on. */
class GoldenFormatTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static List<Object> events() {
        return List.of(
                new BrandRegistered(
                        new BrandId("01HZX0"),
                        "velo-club",
                        "Vélo Club",
                        "Europe/Paris",
                        List.of("fr", "en"),
                        "Vélo Club SA"),
                new BrandArchived(new BrandId("01HZX0")),
                new ContestPublished(
                        new ContestId("01HZX1"),
                        new BrandId("01HZX0"),
                        "Win a 🚲",
                        1,
                        Instant.parse("2026-07-04T10:00:00Z"),
                        Instant.parse("2026-07-26T20:00:00.123Z"),
                        "Europe/Paris",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsItsFormat(Object event) throws IOException {
        var name = event.getClass().getAnnotation(Event.class);
        var golden = JSON.readTree(getClass().getResource("/golden/%s.%s.json".formatted(name.name(), name.version())));

        assertThat(described(event, name))
                .as("kept for ever: what differs is a new version")
                .isEqualTo(golden);
        assertThat((Object) JSON.treeToValue(golden.get("payload"), event.getClass()))
                .isEqualTo(event);
    }

    private static JsonNode described(Object event, Event name) {
        var type = new MessageType(name.namespace(), name.name(), name.version());
        var tags = new AnnotationBasedTagResolver()
                .resolve(new GenericEventMessage(type, event)).stream()
                        .map(tag -> tag.key() + "=" + tag.value())
                        .collect(Collectors.toCollection(TreeSet::new));
        var described = JSON.createObjectNode();
        described.put("type", type.name());
        described.put("version", type.version());
        described.set("tags", JSON.valueToTree(tags));
        described.set("payload", JSON.valueToTree(event));
        described.set("fields", JSON.valueToTree(EventShape.of(event.getClass(), JSON)));
        return described;
    }
}
