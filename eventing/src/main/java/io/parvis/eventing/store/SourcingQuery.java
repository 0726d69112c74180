package io.parvis.eventing.store;

import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Reads the events of a boundary and the head of the log in one statement, and so in one snapshot: whatever is not
 * among the events comes after the head. A row without an event still tells the head.
 *
 * <p>There are two texts in all, so every connection soon has both prepared. The database looks events up by the
 * leading tag of each criterion and by type; {@link #criteria} then says which of them are meant exactly. An event that
 * carries two of the tags comes twice.
 */
record SourcingQuery(String sql, Tuple arguments, EventCriteria criteria) {

    private static final String BY_TAG = """
            select h.head, e.* from (select coalesce(max(position), 0) as head from event_store.event) h
            left join (
              select %s from event_store.tag t join event_store.event e using (position)
              where t.tag = any ($2) and t.position > $1 and (e.name = any ($3) or t.tag = any ($4))
            ) e on true order by e.position""".formatted(RecordedEvents.COLUMNS);

    private static final String BY_TYPE = """
            select h.head, e.* from (select coalesce(max(position), 0) as head from event_store.event) h
            left join (
              select %s from event_store.event e
              where position > $1 and (e.name = any ($2) or $3)
            ) e on true order by e.position""".formatted(RecordedEvents.COLUMNS);

    static SourcingQuery of(SourcingCondition condition) {
        var criteria = condition.criteria();
        var tags = new LinkedHashSet<String>();
        var names = new TreeSet<String>();
        var untyped = new LinkedHashSet<String>();
        boolean allTagged = criteria.hasCriteria();
        boolean anyType = !criteria.hasCriteria();
        for (var criterion : criteria.flatten()) {
            criterion.types().stream().map(QualifiedName::name).forEach(names::add);
            anyType |= criterion.types().isEmpty();
            if (criterion.tags().isEmpty()) {
                allTagged = false;
            } else {
                var leading = TagText.leadingFirst(criterion.tags())[0];
                tags.add(leading);
                if (criterion.types().isEmpty()) {
                    untyped.add(leading);
                }
            }
        }
        var arguments = Tuple.of(Math.max(0, GlobalIndexPosition.toIndex(condition.start())));
        if (allTagged) {
            arguments.addValue(array(tags)).addValue(array(names)).addValue(array(untyped));
            return new SourcingQuery(BY_TAG, arguments, criteria);
        }
        arguments.addValue(array(names)).addValue(anyType);
        return new SourcingQuery(BY_TYPE, arguments, criteria);
    }

    boolean means(RecordedEvent event) {
        return criteria.matches(event.type().qualifiedName(), event.tags());
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }
}
