package io.parvis.eventing.command;

import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log as decisions read it, for whoever does not decide: what must be known from the moment at which it was
 * recorded, and not only once a view has heard of it.
 */
@ApplicationScoped
public class EventLog {

    private final PostgresEventStorageEngine engine;
    private final EventReader reader;
    private final EventConverter converter;

    EventLog(PostgresEventStorageEngine engine, EventReader reader, EventConverter converter) {
        this.engine = engine;
        this.reader = reader;
        this.converter = converter;
    }

    /**
     * An event that belongs to a boundary.
     *
     * @param event of one of the boundary's classes
     * @param at when it was recorded
     * @param position where it stands
     */
    public record Fact(Object event, Instant at, long position) {}

    /**
     * Folds the events of a boundary, in their order. It is read all at once: keep it small.
     *
     * @return on the context of whoever asks
     */
    public <S extends @Nullable Object> Uni<S> fold(Boundary boundary, S initial, BiFunction<S, Object, S> evolve) {
        return foldFacts(boundary, initial, (state, fact) -> evolve.apply(state, fact.event()));
    }

    /** The same where it matters when or where something was recorded. */
    public <S extends @Nullable Object> Uni<S> foldFacts(Boundary boundary, S initial, BiFunction<S, Fact, S> evolve) {
        return ContextExecutor.emitOnCaller(Uni.createFrom()
                .completionStage(() -> engine.read(boundary.criteria(), boundary.latestOnly()))
                .map(events -> {
                    S state = initial;
                    for (var facts = facts(boundary, events.stream()).iterator(); facts.hasNext(); ) {
                        state = evolve.apply(state, facts.next());
                    }
                    return state;
                }));
    }

    /**
     * What may be long, page by page, on worker threads.
     *
     * @param tag that the events carry
     * @param events of these classes
     * @param until the position behind the last one
     * @param size how many events a page is read from
     */
    public Multi<List<Fact>> pages(Tag tag, Class<?>[] events, long until, int size) {
        var boundary = Boundary.reading(Criterion.tagged(tag, events));
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicLong::new,
                        after -> Uni.createFrom()
                                .completionStage(() -> reader.tagged(tag, after.get(), size))
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(page -> after.set(
                                        page.isEmpty() ? until : page.getLast().position())))
                .whilst(page -> page.size() == size && page.getLast().position() < until)
                .map(page -> facts(boundary, page.stream().filter(event -> event.position() < until))
                        .toList());
    }

    private Stream<Fact> facts(Boundary boundary, Stream<RecordedEvent> events) {
        return events.mapMulti((recorded, out) -> {
            var type = boundary.classOf(recorded.type().qualifiedName(), recorded.tags());
            if (type != null) {
                out.accept(new Fact(recorded.payloadAs(type, converter), recorded.recordedAt(), recorded.position()));
            }
        });
    }
}
