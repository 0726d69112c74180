package io.parvis.eventing.store;

import io.parvis.eventing.store.SourcingRequest.Lookup;
import io.parvis.eventing.store.SourcingRequest.Sourced;
import io.parvis.eventing.store.StoreLife.Known;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads boundaries in batches, as appends are committed in batches: each event loop has one statement under way, and
 * what arrives meanwhile forms the next, each lookup once. A batch is read in one snapshot, so its head holds for
 * all. The same statement checks that the store is in the life that this process knows and still has its newest known
 * event.
 */
final class SourcingBatcher {

    private static final int MAX_BATCH = 100;

    private final EventLoopConnections connections;
    private final EventCache events;
    private final LookupCache lookups;
    private final StoreLife life;
    private final Map<Object, LoopQueue> queues = new ConcurrentHashMap<>();

    SourcingBatcher(EventLoopConnections connections, EventCache events, LookupCache lookups, StoreLife life) {
        this.connections = connections;
        this.events = events;
        this.lookups = lookups;
        this.life = life;
        life.onEnd(this::forget);
    }

    Future<Sourced> read(SourcingRequest request) {
        request.timing().started();
        var context = Vertx.currentContext();
        if (request.readsTheWholeLog() || context == null || !context.isEventLoopContext()) {
            ask(List.of(request));
        } else {
            queueOf(context).add(request);
        }
        return request.answer().future();
    }

    private LoopQueue queueOf(Context context) {
        return queues.computeIfAbsent(((ContextInternal) context).nettyEventLoop(), loop -> new LoopQueue());
    }

    /** The requests of one event loop. */
    private final class LoopQueue {

        private final ArrayDeque<SourcingRequest> waiting = new ArrayDeque<>();
        private boolean asking;

        void add(SourcingRequest request) {
            synchronized (this) {
                waiting.add(request);
                if (asking) {
                    return;
                }
                asking = true;
            }
            next();
        }

        private void next() {
            var batch = new ArrayList<SourcingRequest>();
            synchronized (this) {
                while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
                    batch.add(waiting.poll());
                }
                asking = !batch.isEmpty();
            }
            if (!batch.isEmpty()) {
                ask(batch).onComplete(answered -> next());
            }
        }
    }

    private Future<Void> ask(List<SourcingRequest> batch) {
        batch.forEach(request -> request.timing().sent(batch.size()));
        return ask(batch, true);
    }

    /** @param rely whether to use the cache; if it proves outdated, everything is read again without it */
    private Future<Void> ask(List<SourcingRequest> batch, boolean rely) {
        var wanted = new LinkedHashSet<Lookup>();
        batch.forEach(request -> wanted.addAll(request.lookups()));
        var open = wanted.stream()
                .map(lookup -> new OpenLookup(lookup, rely ? lookups.of(lookup) : List.of()))
                .toList();
        boolean wholeLog = batch.getFirst().readsTheWholeLog();
        boolean someLatest = batch.stream().anyMatch(SourcingRequest::wantsOnlyTheLatestOfSome);
        var sql = wholeLog ? SourcingSql.WHOLE_LOG : someLatest ? SourcingSql.BY_TAG_SOME_LATEST : SourcingSql.BY_TAG;
        var asked = life.known();
        var arguments = wholeLog ? OpenLookup.ofWholeLog(open) : OpenLookup.byTag(open, someLatest);
        return connections
                .query(sql, with(asked, arguments))
                .compose(rows -> ofSameLife(asked, rows))
                .compose(rows -> {
                    var head = taken(open, rows);
                    if (!open.stream().allMatch(OpenLookup::holds)) {
                        return ask(batch, false);
                    }
                    answer(batch, open, head, asked.life());
                    return Future.succeededFuture();
                })
                .onFailure(failure -> batch.forEach(request -> request.answer().tryFail(failure)));
    }

    private Future<RowSet<Row>> ofSameLife(Known asked, RowSet<Row> rows) {
        if (asked.isNothing() || Boolean.TRUE.equals(rows.iterator().next().getBoolean(SourcingSql.SAME_LIFE))) {
            return Future.succeededFuture(rows);
        }
        return life.compare(asked)
                .compose(now -> Future.failedFuture(
                        new AnotherLifeException("The log has lost events, or the store is in another life")));
    }

    private static Tuple with(Known known, Tuple arguments) {
        return arguments
                .addValue(known.life())
                .addValue(known.newest().position())
                .addValue(known.newest().id());
    }

    private LogPosition taken(List<OpenLookup> open, RowSet<Row> rows) {
        var head = LogPosition.START;
        for (Row row : rows) {
            head = new LogPosition(row.getLong(SourcingSql.HEAD), row.getUUID(SourcingSql.HEAD_ID));
            var lookup = row.getLong(SourcingSql.LOOKUP);
            if (lookup != null) {
                open.get((int) (lookup - 1)).take(row, events);
            }
        }
        return head;
    }

    private void answer(List<SourcingRequest> batch, List<OpenLookup> open, LogPosition head, UUID ofLife) {
        var found = new HashMap<Lookup, List<RecordedEvent>>();
        for (var one : open) {
            var all = one.found();
            found.put(one.lookup(), all);
            lookups.put(one.lookup(), all);
        }
        for (var request : batch) {
            request.answer(found, head, ofLife);
        }
    }

    /** Clears the caches: what was read may be of another life of the store. */
    void forget() {
        events.forget();
        lookups.forget();
    }
}
