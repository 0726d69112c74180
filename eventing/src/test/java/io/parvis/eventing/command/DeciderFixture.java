package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parvis.eventing.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * A decision without a container: {@code decider(new ArchiveBrandHandler()).given(registered()).when(archive()).then(archived())}.
 * Of what is given the decider sees what its boundary reads, by class and tags, as from the store: what lies outside
 * is as good as not there, and of a criterion that reads the newest only, the newest.
 */
public final class DeciderFixture<C, S> {

    /** Where a test says none. */
    public static final Instant NOW = Instant.parse("2026-07-04T10:00:00Z");

    private final Decider<C, S> decider;
    private final List<?> given;
    private final Instant now;

    private DeciderFixture(Decider<C, S> decider, List<?> given, Instant now) {
        this.decider = decider;
        this.given = given;
        this.now = now;
    }

    public static <C, S> DeciderFixture<C, S> decider(Decider<C, S> decider) {
        return new DeciderFixture<>(decider, List.of(), NOW);
    }

    /** What was recorded before, oldest first. */
    public DeciderFixture<C, S> given(Object... events) {
        return given(List.of(events));
    }

    public DeciderFixture<C, S> given(List<?> events) {
        return new DeciderFixture<>(decider, events, now);
    }

    /** The time of the decision. */
    public DeciderFixture<C, S> at(Instant time) {
        return new DeciderFixture<>(decider, given, time);
    }

    public Decision when(C command) {
        var state = Seen.of(decider.boundary(command), given).stream()
                .reduce(decider.initial(), decider::evolve, (one, other) -> other);
        return new Decision(() -> decider.decide(command, state, now));
    }

    /** What came of it; ask once. */
    public record Decision(Supplier<List<?>> decided) {

        /** Exactly these events are recorded. */
        public void then(Object... events) {
            assertThat(decided.get()).isEqualTo(List.of(events));
        }

        public void thenNothing() {
            assertThat(decided.get()).allMatch(NothingChanged.class::isInstance);
        }

        /**
         * This rule forbids it.
         *
         * @return for tests that look at what it tells
         */
        public <R extends RuntimeException> R thenRefused(Class<R> rule) {
            var refused = catchThrowableOfType(rule, decided::get);
            assertThat(refused).as("a refusal by %s", rule.getSimpleName()).isNotNull();
            return refused;
        }
    }

    /** What a boundary reads of a log. */
    private record Seen(Object event, QualifiedName name, Set<Tag> tags) {

        private static final DeclaredTags DECLARED = new DeclaredTags();

        static List<Object> of(Boundary boundary, List<?> log) {
            var all = log.stream().map(Seen::of).toList();
            var read = boundary.criteria().flatten();
            return all.stream()
                    .filter(seen -> read.stream()
                            .filter(criterion -> criterion.matches(seen.name, seen.tags))
                            .anyMatch(criterion ->
                                    !boundary.latestOnly().contains(criterion) || seen == newest(all, criterion)))
                    .map(Seen::event)
                    .toList();
        }

        private static Seen of(Object event) {
            var type = EventType.of(event.getClass());
            return new Seen(
                    event, type.qualifiedName(), DECLARED.resolve(new GenericEventMessage(type, event, Map.of())));
        }

        private static Seen newest(List<Seen> log, EventCriterion criterion) {
            return log.stream()
                    .filter(other -> criterion.matches(other.name, other.tags))
                    .toList()
                    .getLast();
        }
    }
}
