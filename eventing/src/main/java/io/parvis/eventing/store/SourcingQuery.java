package io.parvis.eventing.store;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * Reads the events of a boundary and the head of the log in one statement, and so in one snapshot: whatever is not
 * among the events comes after the head. A row without an event still tells the head.
 *
 * <p>The text depends only on how many tags and whether types are asked for, so a slice always uses the same one and
 * the connection has it prepared.
 */
record SourcingQuery(String sql, Tuple arguments) {

    static SourcingQuery of(SourcingCondition condition) {
        long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        var arguments = Tuple.of(after);
        var parts = new ArrayList<String>();
        if (!condition.criteria().hasCriteria()) {
            parts.add("select position from event_store.event where position > $1");
        }
        for (var criterion : condition.criteria().flatten()) {
            parts.add(part(criterion, arguments));
        }
        return new SourcingQuery("""
                select h.head, e.* from (select coalesce(max(position), 0) as head from event_store.event) h
                left join lateral (
                  select %s from event_store.event where position in (%s) and position <= h.head
                ) e on true order by e.position""".formatted(RecordedEvents.COLUMNS, String.join(" union ", parts)), arguments);
    }

    private static String part(EventCriterion criterion, Tuple arguments) {
        var tags = TagText.leadingFirst(criterion.tags());
        var types = criterion.types().stream().map(type -> type.name()).sorted().toArray(String[]::new);
        if (tags.length == 0) {
            return "select position from event_store.event where position > $1 and name = any(%s)"
                    .formatted(add(arguments, types));
        }
        if (tags.length == 1 && types.length == 0) {
            return "select position from event_store.tag where tag = %s and position > $1"
                    .formatted(add(arguments, tags[0]));
        }
        var where = new ArrayList<>(List.of("t.tag = " + add(arguments, tags[0]), "t.position > $1"));
        if (tags.length > 1) {
            where.add("x.tags @> %s::text[]".formatted(add(arguments, tags)));
        }
        if (types.length > 0) {
            where.add("x.name = any(%s)".formatted(add(arguments, types)));
        }
        return "select t.position from event_store.tag t join event_store.event x on x.position = t.position where "
                + String.join(" and ", where);
    }

    private static String add(Tuple arguments, Object value) {
        arguments.addValue(value);
        return "$" + arguments.size();
    }
}
