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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads boundaries in groups, as appends are committed in groups: one statement of an event loop is under way at a
 * time, and what arrives meanwhile goes together in the next, each wanted thing once. A group is read in one snapshot,
 * so the head that comes with it holds for all. It is told as well whether the store is in the life that this process
 * knows, and still has the newest event that it knows of it: what was decided in another life is compared with nothing.
 */
final class GroupSourcing {

    private static final int MAX_GROUP = 100;

    /**
     * The look's number stands behind the event's columns, the head after it; a row without an event tells the head.
     *
     * <p>The {@code offset 0} leave the planner no other way than from tag to position to event: a plan made while the
     * log held three events walked all of it for each look, and stayed.
     */
    private static final String BY_TAG = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, e.*
              from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as q(tag, after, names, look)
              cross join lateral (
                select t.position from event_store.tag t where t.tag = q.tag and t.position > q.after offset 0) t
              cross join lateral (
                select * from event_store.event x where x.position = t.position offset 0) e
              where q.names is null or e.name = any (q.names::text[])
            ) e on true""".formatted(RecordedEvents.COLUMNS, head(4));

    /** Where only the newest is wanted, the index is walked backwards from the end, to the first of the right kind. */
    private static final String BY_TAG_SOME_LATEST = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, e.*
              from unnest($1::text[], $2::bigint[], $3::text[], $4::boolean[]) with ordinality
                as q(tag, after, names, latest_only, look)
              cross join lateral (
                (select t.position from event_store.tag t
                 where not q.latest_only and t.tag = q.tag and t.position > q.after)
                union all
                (select t.position from event_store.tag t
                 where q.latest_only and t.tag = q.tag and t.position > q.after
                   and (q.names is null or exists (
                     select from event_store.event x
                     where x.position = t.position and x.name = any (q.names::text[]) offset 0))
                 order by t.position desc limit 1)) p
              cross join lateral (
                select * from event_store.event x where x.position = p.position offset 0) e
              where q.names is null or e.name = any (q.names::text[])
            ) e on true""".formatted(RecordedEvents.COLUMNS, head(5));

    /** Criteria without tags have no index to go by; decisions have none such, tools may. */
    private static final String WHOLE_LOG = """
            select %1$s, e.look, h.head, h.head_id, h.same_life from %2$s
            left join (
              select q.look, e.*
              from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as q(tag, after, names, look)
              join event_store.event e on e.position > q.after
              where (q.tag is null or q.tag = any (e.tags)) and (q.names is null or e.name = any (q.names::text[]))
            ) e on true""".formatted(RecordedEvents.COLUMNS, head(4));

    private static final int LOOK = 9;
    private static final int HEAD = 10;
    private static final int HEAD_ID = 11;
    private static final int SAME_LIFE = 12;

    private final LoopConnections connections;
    private final RememberedEvents events;
    private final StoreLife life;
    private final Map<Object, Group> groups = new ConcurrentHashMap<>();

    GroupSourcing(LoopConnections connections, RememberedEvents events, StoreLife life) {
        this.connections = connections;
        this.events = events;
        this.life = life;
    }

    /** @param next the number of the first of three parameters: life, position and id of the newest event known of it */
    private static String head(int next) {
        return """
                (select coalesce(n.position, 0) as head, n.id as head_id, l.life = $%1$d and ($%2$d::bigint = 0 or k.id = $%3$d)
                   as same_life
                 from event_store.life l
                 left join (select position, id from event_store.event order by position desc limit 1) n on true
                 left join event_store.event k on k.position = $%2$d) h""".formatted(next, next + 1, next + 2);
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

    private Future<?> ask(List<SourcingRequest> group) {
        group.forEach(request -> request.timing().sent(group.size()));
        var wanted = new LinkedHashSet<Look>();
        group.forEach(request -> wanted.addAll(request.looks()));
        var looks = List.copyOf(wanted);
        boolean someLatest = group.stream().anyMatch(SourcingRequest::wantsOnlyTheLatestOfSome);
        var sql = group.getFirst().looksAtTheWholeLog() ? WHOLE_LOG : someLatest ? BY_TAG_SOME_LATEST : BY_TAG;
        var asked = life.known();
        return connections
                .query(sql, arguments(looks, someLatest, asked))
                .compose(rows -> ofSameLife(asked, rows))
                .map(rows -> {
                    answer(group, looks, rows);
                    return group;
                })
                .onFailure(failure -> group.forEach(request -> request.answer().tryFail(failure)));
    }

    private Future<RowSet<Row>> ofSameLife(Known asked, RowSet<Row> rows) {
        if (asked.isNothing() || Boolean.TRUE.equals(rows.iterator().next().getBoolean(SAME_LIFE))) {
            return Future.succeededFuture(rows);
        }
        return life.compare(asked)
                .compose(now -> Future.failedFuture(
                        new AnotherLifeException("The log has lost events, or the store is in another life")));
    }

    private static Tuple arguments(List<Look> looks, boolean someLatest, Known known) {
        var tags = new String[looks.size()];
        var after = new Long[looks.size()];
        var names = new String[looks.size()];
        for (int i = 0; i < looks.size(); i++) {
            tags[i] = looks.get(i).tag();
            after[i] = looks.get(i).after();
            names[i] = looks.get(i).names();
        }
        var arguments = Tuple.tuple().addValue(tags).addValue(after).addValue(names);
        if (someLatest) {
            arguments.addValue(looks.stream().map(Look::latestOnly).toArray(Boolean[]::new));
        }
        return arguments
                .addValue(known.life())
                .addValue(known.newest().position())
                .addValue(known.newest().id());
    }

    private void answer(List<SourcingRequest> group, List<Look> looks, RowSet<Row> rows) {
        var found = new HashMap<Look, List<RecordedEvent>>();
        var head = Place.START;
        for (Row row : rows) {
            head = new Place(row.getLong(HEAD), row.getUUID(HEAD_ID));
            var look = row.getLong(LOOK);
            if (look != null) {
                found.computeIfAbsent(looks.get((int) (look - 1)), first -> new ArrayList<>())
                        .add(events.read(row));
            }
        }
        for (var request : group) {
            request.answer(found, head);
        }
    }
}
