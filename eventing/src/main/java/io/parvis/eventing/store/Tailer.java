package io.parvis.eventing.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the end of the log once for all readers of this process: the newest events stand in a window in memory, and
 * only who is behind it asks the database. A local append, a notification and a poll all just say "look".
 */
final class Tailer {

    private static final Logger LOG = Logger.getLogger(Tailer.class);
    static final int PAGE = 500;
    private static final int HEAD = 9;
    private static final int SKIPPED = 10;
    private static final int MAX_WINDOW_BYTES = 8 << 20;

    /** Between the events that a reader wants lie others: so many positions are looked at in one query. */
    private static final int SPAN = 10_000;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    /**
     * What lies after a position.
     *
     * @param reached the position up to which there is nothing else
     * @param more whether there are positions after it that were not looked at
     */
    record Page(List<RecordedEvent> events, long reached, boolean more) {}

    private final Vertx vertx;
    private final Pool pool;
    private final RecordedEvents reader;
    private final int windowEvents;
    private final Duration pause;
    private final Set<TailStream> readers = ConcurrentHashMap.newKeySet();
    private final UnreadTime unread = new UnreadTime();

    /** Null until the head is known. */
    private @Nullable Window window;

    private boolean looking;
    private boolean lookAgain;

    Tailer(Vertx vertx, Pool pool, RecordedEvents reader, int windowEvents, Duration pause) {
        this.vertx = vertx;
        this.pool = pool;
        this.reader = reader;
        this.windowEvents = windowEvents;
        this.pause = pause;
    }

    void subscribe(TailStream stream) {
        readers.add(stream);
        look();
    }

    void unsubscribe(TailStream stream) {
        readers.remove(stream);
    }

    /** Later, and the later the more often it has failed. */
    void retry(int failures, Runnable reading) {
        vertx.setTimer(BACKOFF.millis(failures), tick -> reading.run());
    }

    /** Between one handing on of a few events and the next. */
    long pauseNanos() {
        return pause.toNanos();
    }

    void after(long nanos, Runnable action) {
        vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), tick -> action.run());
    }

    /** Of one's own append the database tells us, too. */
    void lookUpTo(long position) {
        if (!isKnownUpTo(position)) {
            look();
        }
    }

    private synchronized boolean isKnownUpTo(long position) {
        return window != null && window.end() >= position;
    }

    Duration unreadFor() {
        var longest = unread.lasts();
        for (var stream : readers) {
            var lasts = stream.unreadFor();
            longest = longest.compareTo(lasts) < 0 ? lasts : longest;
        }
        return longest;
    }

    void look() {
        synchronized (this) {
            if (readers.isEmpty()) {
                return;
            }
            if (looking) {
                lookAgain = true;
                return;
            }
            looking = true;
        }
        unread.tried();
        extendWindow().onComplete(extended -> {
            boolean again;
            synchronized (this) {
                looking = false;
                again = extended.succeeded() && (lookAgain || extended.result() == PAGE);
                lookAgain = false;
            }
            if (extended.failed()) {
                LOG.debugf("Cannot read the end of the log, the next poll tries again: %s", extended.cause());
            } else {
                unread.succeeded();
                if (extended.result() != 0) {
                    readers.forEach(TailStream::readAhead);
                }
            }
            if (again) {
                look();
            }
        });
    }

    /** Events after the position that a reader of those types cares for; all types where null. */
    Future<Page> after(long position, String @Nullable [] types) {
        var remembered = fromWindow(position);
        return remembered != null ? Future.succeededFuture(remembered) : fromDatabase(position, types);
    }

    private synchronized @Nullable Page fromWindow(long position) {
        if (window == null || !window.reachesBackTo(position)) {
            return null;
        }
        var events = window.after(position, PAGE);
        long reached = events.isEmpty()
                ? Math.max(position, window.end())
                : events.getLast().position();
        return new Page(events, reached, reached < window.end());
    }

    /**
     * Head and page in one snapshot, so that a page that is not full reaches the head, or as far as one query goes. How long
     * the log is does not matter to whoever wants little of it: where nothing lies that is wanted, nothing is read.
     */
    private Future<Page> fromDatabase(long position, String @Nullable [] types) {
        var arguments = types == null
                ? Tuple.of(position, PAGE)
                : Tuple.of(position, PAGE).addValue(types);
        return pool.preparedQuery("""
                        select e.*, h.head, s.skipped
                        from (select coalesce(max(position), 0) as head from event_store.event) h
                        cross join lateral %s
                        left join lateral (
                          select %s from event_store.event
                          where position > s.skipped and position <= least(h.head, s.skipped + %d) %s
                          order by position limit $2
                        ) e on true order by e.position""".formatted(
                                types == null
                                        ? "(select cast($1 as bigint) as skipped) s"
                                        : "event_store.before_next($3, $1, h.head) as s(skipped)",
                                RecordedEvents.COLUMNS,
                                SPAN,
                                types == null ? "" : "and name = any($3)"))
                .execute(arguments)
                .map(rows -> {
                    var events = new ArrayList<RecordedEvent>();
                    long head = 0;
                    long skipped = position;
                    for (Row row : rows) {
                        head = row.getLong(HEAD);
                        skipped = row.getLong(SKIPPED);
                        if (row.getLong(RecordedEvents.POSITION) != null) {
                            events.add(reader.read(row));
                        }
                    }
                    long reached = events.size() == PAGE
                            ? events.getLast().position()
                            : Math.max(position, Math.min(head, skipped + SPAN));
                    return new Page(events, reached, reached < head);
                });
    }

    /** The number of events found; -1 where the window has just been opened at the head. */
    private Future<Integer> extendWindow() {
        var open = opened();
        if (open == null) {
            return head().map(head -> {
                synchronized (this) {
                    window = new Window(windowEvents, MAX_WINDOW_BYTES, head);
                }
                return -1;
            });
        }
        return fromDatabase(open.end(), null).map(page -> {
            synchronized (this) {
                page.events().forEach(open::add);
            }
            return page.events().size();
        });
    }

    private synchronized @Nullable Window opened() {
        return window;
    }

    private Future<Long> head() {
        return pool.preparedQuery("select coalesce(max(position), 0) from event_store.event")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
