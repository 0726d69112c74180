package io.parvis.eventing.store;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;

/** What one decision reads: for each criterion a lookup by its leading tag, filtered by the whole criterion. */
record SourcingRequest(
        Set<EventCriterion> criteria, List<Lookup> lookups, Promise<Sourced> answer, StoreTiming.Sourcing timing) {

    /**
     * One index lookup; decisions that need the same share it.
     *
     * @param tag null for the whole log
     * @param names of the types wanted, as a PostgreSQL array; null for any
     * @param latestOnly whether the newest is enough
     */
    record Lookup(
            @Nullable String tag, long after, @Nullable String names, boolean latestOnly) {}

    /**
     * @param head the newest position at the time of reading: whatever is not among the events comes after it
     * @param life of the store, in which it was read
     */
    record Sourced(List<RecordedEvent> events, LogPosition head, UUID life) {}

    /** @param latestOnly of the criteria, those of which the newest event is enough; each must have one tag alone */
    static SourcingRequest of(SourcingCondition condition, Set<EventCriterion> latestOnly) {
        long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        var criteria = condition.criteria().flatten();
        var lookups = new ArrayList<Lookup>(criteria.size());
        for (var criterion : criteria) {
            lookups.add(new Lookup(leading(criterion), after, names(criterion), latestOnly.contains(criterion)));
        }
        if (!condition.criteria().hasCriteria()) {
            lookups.add(new Lookup(null, after, null, false));
        }
        return new SourcingRequest(criteria, lookups, Promise.promise(), new StoreTiming.Sourcing());
    }

    private static @Nullable String leading(EventCriterion criterion) {
        return criterion.tags().isEmpty() ? null : TagText.leadingFirst(criterion.tags())[0];
    }

    private static @Nullable String names(EventCriterion criterion) {
        return criterion.types().isEmpty() ? null : TypeNames.arrayLiteral(criterion.types());
    }

    boolean readsTheWholeLog() {
        return lookups.stream().anyMatch(lookup -> lookup.tag() == null);
    }

    boolean wantsOnlyTheLatestOfSome() {
        return lookups.stream().anyMatch(Lookup::latestOnly);
    }

    /** Picks its events from the batch's results: in order, each once. */
    void answer(Map<Lookup, List<RecordedEvent>> found, LogPosition head, UUID life) {
        var mine = new ArrayList<RecordedEvent>();
        for (var lookup : lookups) {
            for (var event : found.getOrDefault(lookup, List.of())) {
                if (isMeant(event)) {
                    mine.add(event);
                }
            }
        }
        mine.sort(Comparator.comparingLong(RecordedEvent::position));
        timing.answered();
        answer.complete(new Sourced(distinct(mine), head, life));
    }

    private boolean isMeant(RecordedEvent event) {
        if (criteria.isEmpty()) {
            return true;
        }
        for (var criterion : criteria) {
            if (criterion.matches(event.type().qualifiedName(), event.tags())) {
                return true;
            }
        }
        return false;
    }

    private static List<RecordedEvent> distinct(List<RecordedEvent> sorted) {
        var once = new ArrayList<RecordedEvent>(sorted.size());
        long before = 0;
        for (var event : sorted) {
            if (event.position() != before) {
                once.add(event);
                before = event.position();
            }
        }
        return once;
    }
}
