package io.parvis.eventing.store;

import java.util.ArrayDeque;
import java.util.Optional;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** An endless stream of the events after a position, read ahead of its consumer by at most two pages. */
final class TailStream implements MessageStream<EventMessage> {

    private final Tailer tailer;
    private final EventCriteria criteria;
    private final String @Nullable [] types;
    private final Runnable onNews = this::readAhead;
    private final ArrayDeque<Entry<EventMessage>> ready = new ArrayDeque<>();
    private long reached;
    private long lastAdded;
    private boolean reading;
    private boolean news;
    private boolean closed;
    private volatile Runnable callback = () -> {};

    TailStream(Tailer tailer, long after, EventCriteria criteria) {
        this.tailer = tailer;
        this.reached = after;
        this.lastAdded = after;
        this.criteria = criteria;
        this.types = typesOf(criteria);
    }

    TailStream open() {
        tailer.subscribe(onNews);
        readAhead();
        return this;
    }

    private static String @Nullable [] typesOf(EventCriteria criteria) {
        var criterions = criteria.flatten();
        if (criterions.isEmpty()
                || criterions.stream().anyMatch(criterion -> criterion.types().isEmpty())) {
            return null;
        }
        return criterions.stream()
                .map(EventCriterion::types)
                .flatMap(java.util.Set::stream)
                .map(type -> type.name())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private void readAhead() {
        long from;
        synchronized (this) {
            news = true;
            if (closed || reading || ready.size() > Tailer.PAGE) {
                return;
            }
            reading = true;
            news = false;
            from = reached;
        }
        tailer.after(from, types).onComplete(page -> {
            boolean more;
            boolean found = false;
            synchronized (this) {
                reading = false;
                if (page.succeeded() && !closed) {
                    page.result().events().forEach(this::add);
                    found = !page.result().events().isEmpty();
                    reached = page.result().reached();
                }
                // A failed read is tried again at the next poll: the stream stays open through a database restart.
                more = page.succeeded() && (news || found);
            }
            if (found) {
                callback.run();
            }
            if (more) {
                readAhead();
            }
        });
    }

    private void add(RecordedEvent event) {
        if (criteria.matches(event.type().qualifiedName(), event.tags())) {
            var place = StreamedPosition.following(lastAdded, event.position());
            lastAdded = event.position();
            ready.add(new SimpleEntry<>(
                    event, Tag.addToContext(TrackingToken.addToContext(Context.empty(), place), event.tags())));
        }
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        Entry<EventMessage> next;
        boolean low;
        synchronized (this) {
            next = ready.poll();
            low = next != null && ready.size() == Tailer.PAGE / 2;
        }
        if (low) {
            readAhead();
        }
        return Optional.ofNullable(next);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        return Optional.ofNullable(ready.peek());
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        if (hasNextAvailable()) {
            callback.run();
        }
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public boolean isCompleted() {
        return false;
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        return !ready.isEmpty();
    }

    @Override
    public void close() {
        tailer.unsubscribe(onNews);
        callback = () -> {};
        synchronized (this) {
            closed = true;
            ready.clear();
        }
    }
}
