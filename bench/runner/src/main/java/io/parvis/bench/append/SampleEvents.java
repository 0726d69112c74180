package io.parvis.bench.append;

import io.parvis.eventing.event.EventJsonConverter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** An entry to a contest, as the product records it: about 260 bytes of payload, three tags, three facts of metadata. */
final class SampleEvents {

    static final EventConverter CONVERTER =
            new DelegatingEventConverter(new DelegatingMessageConverter(new EventJsonConverter()));
    static final MessageType TYPE = new MessageType("bench", "ContestEntered", "1");
    static final String CONTEST = "0199b2f0-7a5e-7c3e-9d3b-1f2e3d4c5b6a";
    static final String BRAND = "0199b2f0-0000-7c3e-9d3b-1f2e3d4c5b6a";

    record ContestEntered(String entryId, String contestId, String brandId, String fanId, int rulesVersion) {}

    private SampleEvents() {}

    static ContestEntered entry(String fan) {
        return new ContestEntered(UUID.randomUUID().toString(), CONTEST, BRAND, fan, 1);
    }

    static Map<String, String> metadata() {
        return Map.of(
                "correlationId", "4bf92f3577b34da6a3ce929d0e0e4736",
                "causationId", "0199b2f1-9999-7c3e-9d3b-1f2e3d4c5b6a",
                "principal", "development-partner");
    }

    static Set<Tag> tags(String fan) {
        return Set.of(Tag.of("entry", CONTEST + "/" + fan), Tag.of("contest", CONTEST), Tag.of("fan", fan));
    }

    static TaggedEventMessage<?> tagged(String fan) {
        var event = new GenericEventMessage(UUID.randomUUID().toString(), TYPE, entry(fan), metadata(), Instant.now());
        return new GenericTaggedEventMessage<>(event, tags(fan));
    }

    /** What the decision to let a fan enter depends on: three small boundaries. */
    static EventCriteria boundary(String fan) {
        return EventCriteria.either(
                EventCriteria.havingTags(Tag.of("entry", CONTEST + "/" + fan)),
                EventCriteria.havingTags(Tag.of("contest-life", CONTEST)),
                EventCriteria.havingTags(Tag.of("fan-life", fan)));
    }
}
