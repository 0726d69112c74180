package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parvis.eventing.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A decision without a container: {@code decider(new ArchiveBrandHandler()).given(registered()).when(archive()).then(archived())}.
 * Of what is given the decider sees what its boundary reads, by class and tags, as from the store: what lies outside
 * is as good as not there, and of a criterion that reads the newest only, the newest. One that asks is decided with what
 * is known: {@code decider(new EnterContestHandler(), Known.NOTHING).given(published()).when(enter()).thenNeeds(Need.AGE)}.
 */
public final class DeciderFixture<C, S, K extends @Nullable Object, N> {

    /** Where a test says none. */
    public static final Instant NOW = Instant.parse("2026-07-04T10:00:00Z");

    private final DeciderWithNeeds<C, S, K, N> decider;
    private final K known;
    private final List<?> given;
    private final Instant now;

    private DeciderFixture(DeciderWithNeeds<C, S, K, N> decider, K known, List<?> given, Instant now) {
        this.decider = decider;
        this.known = known;
        this.given = given;
        this.now = now;
    }

    public static <C, S> DeciderFixture<C, S, Nothing, Nothing> decider(Decider<C, S> decider) {
        return decider(decider, Nothing.NOTHING);
    }

    /** @param known without waiting, as the {@link Fetcher} of its command tells */
    public static <C, S, K extends @Nullable Object, N> DeciderFixture<C, S, K, N> decider(
            DeciderWithNeeds<C, S, K, N> decider, K known) {
        return new DeciderFixture<>(decider, known, List.of(), NOW);
    }

    /** What was recorded before, oldest first. */
    public DeciderFixture<C, S, K, N> given(Object... events) {
        return given(List.of(events));
    }

    public DeciderFixture<C, S, K, N> given(List<?> events) {
        return new DeciderFixture<>(decider, known, events, now);
    }

    /** What was recorded after what is given already. */
    public DeciderFixture<C, S, K, N> and(Object... later) {
        return and(List.of(later));
    }

    public DeciderFixture<C, S, K, N> and(List<?> later) {
        return given(Stream.concat(given.stream(), later.stream()).toList());
    }

    /** What was fetched before, beside what is given. */
    public DeciderFixture<C, S, K, N> knowing(K fetched) {
        return new DeciderFixture<>(decider, fetched, given, now);
    }

    /** The time of the decision. */
    public DeciderFixture<C, S, K, N> at(Instant time) {
        return new DeciderFixture<>(decider, known, given, time);
    }

    public Result<N> when(C command) {
        var state = Seen.of(decider.boundary(command, known), given).stream()
                .reduce(decider.initial(command), decider::evolve, (one, other) -> other);
        return new Result<>(() -> decider.decide(command, state, known, now));
    }

    /** What came of it; ask once. */
    public record Result<N>(Supplier<Decision<N>> decided) {

        /** Exactly these events are recorded. */
        public void then(Object... events) {
            assertThat(decided.get()).isEqualTo(Decision.events(List.of(events)));
        }

        /** Something is recorded; for tests that look at a part of it. */
        public List<?> thenRecorded() {
            var decision = decided.get();
            assertThat(decision).isInstanceOf(Decision.Events.class);
            return ((Decision.Events<N>) decision).events();
        }

        public void thenNothing() {
            assertThat(decided.get())
                    .isInstanceOfSatisfying(
                            Decision.Events.class,
                            decision -> assertThat(decision.events()).allMatch(NothingChanged.class::isInstance));
        }

        /** Nothing is decided before this is known. */
        public void thenNeeds(N need) {
            assertThat(decided.get()).isEqualTo(Decision.needs(need));
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
            // With an identifier: making one costs more than all the rest of a decision.
            var message = new GenericEventMessage("given", type, event, Map.of(), NOW);
            return new Seen(event, type.qualifiedName(), DECLARED.resolve(message));
        }

        private static Seen newest(List<Seen> log, EventCriterion criterion) {
            return log.stream()
                    .filter(other -> criterion.matches(other.name, other.tags))
                    .toList()
                    .getLast();
        }
    }
}
