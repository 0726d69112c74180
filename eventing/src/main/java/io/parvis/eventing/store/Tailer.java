package io.parvis.eventing.store;

import io.parvis.eventing.store.StoreLife.Known;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private static final int HEAD_ID = 10;
    private static final int REACHED_ID = 11;
    private static final int THERE_ID = 12;
    private static final int LIFE = 13;
    private static final int SKIPPED = 14;
    private static final int MAX_WINDOW_BYTES = 8 << 20;

    /** Between the events that a reader wants lie others: so many positions are looked at in one query. */
    private static final int SPAN = 10_000;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    /**
     * What lies after a position.
     *
     * @param life of the store, in which it was read
     * @param reached the place up to which there is nothing else
     * @param more whether there are positions after it that were not looked at
     */
    record Page(UUID life, List<RecordedEvent> events, LogPosition reached, boolean more) {}

    private final Vertx vertx;
    private final Pool pool;
    private final EventRowMapper reader;
    private final StoreLife life;
    private final int windowEvents;
    private final Duration pause;
    private final Set<TailStream> readers = ConcurrentHashMap.newKeySet();
    private final OutageDuration unread = new OutageDuration();

    /** Null until the head is known. */
    private @Nullable Window window;

    private boolean polling;
    private boolean pollAgain;

    Tailer(Vertx vertx, Pool pool, EventRowMapper reader, StoreLife life, int windowEvents, Duration pause) {
        this.vertx = vertx;
        this.pool = pool;
        this.reader = reader;
        this.life = life;
        life.onEnd(this::forget);
        this.windowEvents = windowEvents;
        this.pause = pause;
    }

    void subscribe(TailStream stream) {
        readers.add(stream);
        poll();
    }

    void unsubscribe(TailStream stream) {
        readers.remove(stream);
    }

    /** Each reader finds out by itself whether its place is still there. */
    private void forget() {
        synchronized (this) {
            window = null;
        }
        readers.forEach(TailStream::readAhead);
        poll();
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
    void pollUpTo(long position) {
        if (!isKnownUpTo(position)) {
            poll();
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

    void poll() {
        synchronized (this) {
            if (readers.isEmpty()) {
                return;
            }
            if (polling) {
                pollAgain = true;
                return;
            }
            polling = true;
        }
        unread.tried();
        extendWindow().onComplete(extended -> {
            boolean again;
            synchronized (this) {
                polling = false;
                boolean another = extended.cause() instanceof AnotherLifeException;
                again = another || (extended.succeeded() && (pollAgain || extended.result() == PAGE));
                if (another) {
                    window = null;
                }
                pollAgain = false;
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
                poll();
            }
        });
    }

    /**
     * Events after the place that a reader of those types cares for; all types where null. Fails where the place is no
     * longer in the log, or the store in another life.
     */
    Future<Page> after(UUID ofLife, LogPosition place, String @Nullable [] types) {
        var remembered = fromWindow(ofLife, place);
        return remembered != null ? Future.succeededFuture(remembered) : fromDatabase(ofLife, place, types);
    }

    private synchronized @Nullable Page fromWindow(UUID ofLife, LogPosition place) {
        if (window == null || !window.life().equals(ofLife) || !window.has(place)) {
            return null;
        }
        var events = window.after(place.position(), PAGE);
        var reached = events.isEmpty() ? window.newest() : LogPosition.of(events.getLast());
        return new Page(ofLife, events, reached, reached.position() < window.end());
    }

    /**
     * Head and page in one snapshot, so that a page that is not full reaches the head, or as far as one query goes. How long
     * the log is does not matter to whoever wants little of it: where nothing lies that is wanted, nothing is read.
     */
    private Future<Page> fromDatabase(UUID ofLife, LogPosition place, String @Nullable [] types) {
        var arguments = types == null
                ? Tuple.of(place.position(), PAGE)
                : Tuple.of(place.position(), PAGE).addValue(types);
        return pool.preparedQuery("""
                        select e.*, coalesce(h.position, 0), h.id, r.id, p.id, l.life, s.skipped
                        from event_store.life l
                        left join lateral (
                          select position, id from event_store.event order by position desc limit 1) h on true
                        cross join lateral %1$s
                        left join event_store.event r on r.position = least(h.position, s.skipped + %3$d)
                        left join event_store.event p on p.position = $1
                        left join lateral (
                          select %2$s from event_store.event
                          where position > s.skipped and position <= least(h.position, s.skipped + %3$d) %4$s
                          order by position limit $2
                        ) e on true order by e.position""".formatted(
                                types == null
                                        ? "(select cast($1 as bigint) as skipped) s"
                                        : "event_store.before_next($3, $1, coalesce(h.position, 0)) as s(skipped)",
                                EventRowMapper.COLUMNS,
                                SPAN,
                                types == null ? "" : "and name = any($3)"))
                .execute(arguments)
                .compose(rows -> {
                    var first = rows.iterator().next();
                    life.is(first.getUUID(LIFE));
                    if (!ofLife.equals(StoreLife.UNKNOWN) && !ofLife.equals(first.getUUID(LIFE))) {
                        return Future.failedFuture(new AnotherLifeException("The store is in another life"));
                    }
                    if (place.isMissing(first.getUUID(THERE_ID))) {
                        return life.endWithout(first.getUUID(LIFE), place)
                                .compose(another -> Future.failedFuture(new AnotherLifeException(
                                        "Event %d is no longer in the log".formatted(place.position()))));
                    }
                    return Future.succeededFuture(page(place, rows));
                });
    }

    private Page page(LogPosition place, RowSet<Row> rows) {
        var events = new ArrayList<RecordedEvent>();
        for (Row row : rows) {
            if (row.getLong(EventRowMapper.POSITION) != null) {
                events.add(reader.read(row));
            }
        }
        var first = rows.iterator().next();
        var head = new LogPosition(first.getLong(HEAD), first.getUUID(HEAD_ID));
        var ofLife = first.getUUID(LIFE);
        life.recorded(ofLife, head);
        if (events.size() == PAGE) {
            var last = LogPosition.of(events.getLast());
            return new Page(ofLife, events, last, last.position() < head.position());
        }
        long end = Math.min(head.position(), first.getLong(SKIPPED) + SPAN);
        var reached = end <= place.position() ? place : new LogPosition(end, first.getUUID(REACHED_ID));
        return new Page(ofLife, events, reached, end < head.position());
    }

    /** The number of events found; -1 where the window has just been opened at the head. */
    private Future<Integer> extendWindow() {
        var open = opened();
        if (open == null) {
            return newest().map(head -> {
                synchronized (this) {
                    window = new Window(head.life(), windowEvents, MAX_WINDOW_BYTES, head.newest());
                }
                return -1;
            });
        }
        return fromDatabase(open.life(), open.newest(), null).map(page -> {
            synchronized (this) {
                page.events().forEach(open::add);
            }
            return page.events().size();
        });
    }

    private synchronized @Nullable Window opened() {
        return window;
    }

    /** The newest event there is, and the life that it is of. */
    Future<Known> newest() {
        return pool.preparedQuery("""
                        select coalesce(h.position, 0), h.id, l.life from event_store.life l left join lateral (
                          select position, id from event_store.event order by position desc limit 1) h on true""").execute().map(rows -> {
            var row = rows.iterator().next();
            var newest = new Known(row.getUUID(2), new LogPosition(row.getLong(0), row.getUUID(1)));
            life.is(newest.life());
            life.recorded(newest.life(), newest.newest());
            return newest;
        });
    }
}
