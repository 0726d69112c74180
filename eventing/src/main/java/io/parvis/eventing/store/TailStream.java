package io.parvis.eventing.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An endless stream of the events after a position, read ahead of its consumer by at most two pages. */
final class TailStream implements MessageStream<EventMessage> {

    private static final Logger LOG = Logger.getLogger(TailStream.class);

    /** A batch of a processor. */
    private static final int MANY = 100;

    private final Tailer tailer;
    private final EventCriteria criteria;
    private final String @Nullable [] types;
    private final OutageDuration unread = new OutageDuration();
    private final ArrayDeque<Entry<EventMessage>> ready = new ArrayDeque<>();
    private UUID life;
    private LogPosition reached;
    private long lastAdded;
    private boolean reading;
    private boolean news;
    private boolean retrying;
    private int failures;
    private boolean closed;
    private boolean holding;
    private long handedOn;
    private @Nullable AnotherLifeException dead;
    private volatile Runnable callback = () -> {};

    /** @param life of which the place is */
    TailStream(Tailer tailer, UUID life, LogPosition after, EventCriteria criteria) {
        this.tailer = tailer;
        this.life = life;
        this.reached = after;
        this.lastAdded = after.position();
        this.criteria = criteria;
        this.types = typesOf(criteria);
        this.handedOn = System.nanoTime() - tailer.pauseNanos();
    }

    TailStream open() {
        tailer.subscribe(this);
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

    /** For how long it has been tried in vain. */
    Duration unreadFor() {
        return unread.lasts();
    }

    /** There may be news, or room for some. */
    void readAhead() {
        UUID ofLife;
        LogPosition from;
        synchronized (this) {
            news = true;
            if (closed || dead != null || reading || ready.size() > Tailer.PAGE) {
                return;
            }
            reading = true;
            news = false;
            ofLife = life;
            from = reached;
        }
        unread.tried();
        tailer.after(ofLife, from, types).onComplete(page -> {
            if (page.failed()) {
                failed(page.cause());
                return;
            }
            unread.succeeded();
            boolean more;
            boolean found = false;
            synchronized (this) {
                reading = false;
                failures = 0;
                if (!closed) {
                    page.result().events().forEach(this::add);
                    found = !page.result().events().isEmpty();
                    life = page.result().life();
                    reached = page.result().reached();
                }
                more = news || found || page.result().more();
            }
            if (found) {
                handOn();
            }
            if (more) {
                readAhead();
            }
        });
    }

    /** At once after a pause or where there are many: a batch costs its consumer much, one event more in it little. */
    private void handOn() {
        synchronized (this) {
            if (ready.isEmpty()) {
                return;
            }
            long pause = ready.size() < MANY ? tailer.pauseNanos() - (System.nanoTime() - handedOn) : 0;
            if (pause > 0) {
                if (!holding) {
                    holding = true;
                    tailer.after(pause, this::release);
                }
                return;
            }
        }
        release();
    }

    private void release() {
        synchronized (this) {
            holding = false;
            handedOn = System.nanoTime();
        }
        callback.run();
    }

    /** The stream stays open, and goes on by itself: on a quiet log nobody else would come by. */
    private void failed(Throwable failure) {
        if (failure instanceof AnotherLifeException another) {
            end(another);
            return;
        }
        int before;
        synchronized (this) {
            reading = false;
            before = failures++;
            if (closed || retrying) {
                return;
            }
            retrying = true;
        }
        LOG.debugf("A stream cannot be read on at %d, trying again: %s", reached.position(), failure);
        tailer.retry(before, () -> {
            synchronized (this) {
                retrying = false;
            }
            readAhead();
        });
    }

    /** What lies ready is forgotten as well: its reader is told, and begins anew from where its view is. */
    private void end(AnotherLifeException another) {
        LOG.infof("A stream of the log ends: %s", another.getMessage());
        synchronized (this) {
            reading = false;
            dead = another;
            ready.clear();
        }
        unread.succeeded();
        tailer.unsubscribe(this);
        callback.run();
    }

    private void mustLive() {
        if (dead != null && !closed) {
            throw new AnotherLifeException(String.valueOf(dead.getMessage()));
        }
    }

    private void add(RecordedEvent event) {
        if (criteria.matches(event.type().qualifiedName(), event.tags())) {
            var place = LogTrackingToken.following(lastAdded, LogPosition.of(event));
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
            mustLive();
            next = holding ? null : ready.poll();
            low = next != null && ready.size() == Tailer.PAGE / 2;
        }
        if (low) {
            readAhead();
        }
        return Optional.ofNullable(next);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        mustLive();
        return holding ? Optional.empty() : Optional.ofNullable(ready.peek());
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        boolean told;
        synchronized (this) {
            told = dead != null || !ready.isEmpty();
        }
        if (told) {
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
        mustLive();
        return !holding && !ready.isEmpty();
    }

    @Override
    public void close() {
        tailer.unsubscribe(this);
        callback = () -> {};
        synchronized (this) {
            closed = true;
            ready.clear();
        }
    }
}
