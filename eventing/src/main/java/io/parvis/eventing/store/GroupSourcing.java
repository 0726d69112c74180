package io.parvis.eventing.store;

import io.parvis.eventing.store.SourcingRequest.Look;
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
 * Reads boundaries in groups, as appends are committed in groups: one statement of an event loop is under way at a
 * time, and what arrives meanwhile goes together in the next, each wanted thing once. A group is read in one snapshot,
 * so the head that comes with it holds for all. It is told as well whether the store is in the life that this process
 * knows, and still has the newest event that it knows of it: what was decided in another life is compared with nothing.
 */
final class GroupSourcing {

    private static final int MAX_GROUP = 100;

    private final LoopConnections connections;
    private final RememberedEvents events;
    private final RememberedLooks looks;
    private final StoreLife life;
    private final Map<Object, Group> groups = new ConcurrentHashMap<>();

    GroupSourcing(LoopConnections connections, RememberedEvents events, RememberedLooks looks, StoreLife life) {
        this.connections = connections;
        this.events = events;
        this.looks = looks;
        this.life = life;
        life.onEnd(this::forget);
    }

    Future<Sourced> read(SourcingRequest request) {
        request.timing().started();
        var context = Vertx.currentContext();
        if (request.looksAtTheWholeLog() || context == null || !context.isEventLoopContext()) {
            ask(List.of(request));
        } else {
            groupOf(context).add(request);
        }
        return request.answer().future();
    }

    private Group groupOf(Context context) {
        return groups.computeIfAbsent(((ContextInternal) context).nettyEventLoop(), loop -> new Group());
    }

    /** Of one event loop. */
    private final class Group {

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
            var group = new ArrayList<SourcingRequest>();
            synchronized (this) {
                while (group.size() < MAX_GROUP && !waiting.isEmpty()) {
                    group.add(waiting.poll());
                }
                asking = !group.isEmpty();
            }
            if (!group.isEmpty()) {
                ask(group).onComplete(answered -> next());
            }
        }
    }

    private Future<Void> ask(List<SourcingRequest> group) {
        group.forEach(request -> request.timing().sent(group.size()));
        return ask(group, true);
    }

    /** @param rely on what looks found before: once it proves to be of another line of the log, all is read again */
    private Future<Void> ask(List<SourcingRequest> group, boolean rely) {
        var wanted = new LinkedHashSet<Look>();
        group.forEach(request -> wanted.addAll(request.looks()));
        var open = wanted.stream()
                .map(look -> new OpenLook(look, rely ? looks.of(look) : List.of()))
                .toList();
        boolean wholeLog = group.getFirst().looksAtTheWholeLog();
        boolean someLatest = group.stream().anyMatch(SourcingRequest::wantsOnlyTheLatestOfSome);
        var sql = wholeLog
                ? SourcingStatements.WHOLE_LOG
                : someLatest ? SourcingStatements.BY_TAG_SOME_LATEST : SourcingStatements.BY_TAG;
        var asked = life.known();
        var arguments = wholeLog ? OpenLook.ofWholeLog(open) : OpenLook.byTag(open, someLatest);
        return connections
                .query(sql, with(asked, arguments))
                .compose(rows -> ofSameLife(asked, rows))
                .compose(rows -> {
                    var head = taken(open, rows);
                    if (!open.stream().allMatch(OpenLook::holds)) {
                        return ask(group, false);
                    }
                    answer(group, open, head, asked.life());
                    return Future.succeededFuture();
                })
                .onFailure(failure -> group.forEach(request -> request.answer().tryFail(failure)));
    }

    private Future<RowSet<Row>> ofSameLife(Known asked, RowSet<Row> rows) {
        if (asked.isNothing() || Boolean.TRUE.equals(rows.iterator().next().getBoolean(SourcingStatements.SAME_LIFE))) {
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

    private Place taken(List<OpenLook> open, RowSet<Row> rows) {
        var head = Place.START;
        for (Row row : rows) {
            head = new Place(row.getLong(SourcingStatements.HEAD), row.getUUID(SourcingStatements.HEAD_ID));
            var look = row.getLong(SourcingStatements.LOOK);
            if (look != null) {
                open.get((int) (look - 1)).take(row, events);
            }
        }
        return head;
    }

    private void answer(List<SourcingRequest> group, List<OpenLook> open, Place head, UUID ofLife) {
        var found = new HashMap<Look, List<RecordedEvent>>();
        for (var one : open) {
            var all = one.found();
            found.put(one.look(), all);
            looks.found(one.look(), all);
        }
        for (var request : group) {
            request.answer(found, head, ofLife);
        }
    }

    /** Nothing that was read before is relied on: it may be of another life of the log. */
    void forget() {
        events.forget();
        looks.forget();
    }
}
