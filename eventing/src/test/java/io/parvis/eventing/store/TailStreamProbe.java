package io.parvis.eventing.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/** Reads a live stream the way a processor does, and keeps the positions. */
final class TailStreamProbe {

    private final MessageStream<EventMessage> stream;

    TailStreamProbe(PostgresEventStorageEngine engine, long after) {
        this.stream = engine.stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(after)), null);
    }

    List<Long> take(long upTo) {
        var seen = new ArrayList<Long>();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                        seen.add(RecordedEvent.of(next.get().message()).position());
                    }
                    return !seen.isEmpty() && seen.getLast() >= upTo;
                });
        stream.close();
        return seen;
    }
}
