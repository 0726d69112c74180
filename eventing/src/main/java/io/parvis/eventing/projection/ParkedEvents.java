package io.parvis.eventing.projection;

import io.parvis.eventing.store.EventReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What operators do with parked events (dead letters). Retry and discard lock the segments' rows: they wait for a
 * batch under way, and the next one waits for them. An automation's commands run before the lock.
 */
@ApplicationScoped
public class ParkedEvents {

    /** They are handled while no batch can be. */
    static final int PAGE = 200;

    private final ViewTransactions transactions;
    private final StreamProcessors processors;
    private final EventReader events;

    ParkedEvents(ViewTransactions transactions, StreamProcessors processors, EventReader events) {
        this.transactions = transactions;
        this.processors = processors;
        this.events = events;
    }

    /**
     * @param sequence what must be handled in order, and so waits together
     * @param position the event's place in the log
     * @param reason why it, or the first of its sequence, could not be handled
     */
    public record ParkedEvent(
            String processor,
            String sequence,
            long position,
            String eventId,
            String eventName,
            String reason,
            Instant parkedAt) {}

    /** Whether one of this service's projections and automations is called that. */
    public boolean isProcessor(String name) {
        return processors.find(name).isPresent();
    }

    /** At most the first 1,000, oldest first. */
    public Uni<List<ParkedEvent>> list() {
        return Uni.createFrom()
                .completionStage(() -> transactions.inItsOwn(transaction -> transaction.run(session -> Sql.select(
                        session,
                        "select processor, sequence, position, event_id, event_name, reason, parked_at"
                                + " from parked_event order by position limit 1000"))))
                .map(rows -> rows.stream().map(ParkedEvents::parkedEvent).toList());
    }

    private static ParkedEvent parkedEvent(Object[] row) {
        var parkedAt = row[6] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[6];
        return new ParkedEvent(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).longValue(),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                parkedAt);
    }

    /**
     * Handles a sequence's parked events again, in order, {@value #PAGE} in a transaction. If one fails, its page
     * stays parked, and the pages before it are handled.
     *
     * @return how many; fails with what the handler threw
     */
    public Uni<Integer> retry(String processor, String sequence) {
        var handler = processors.find(processor).orElseThrow();
        var component = processors.component(handler);
        return Uni.createFrom()
                .completionStage(() -> pages(
                        () -> handler instanceof Automation
                                ? retryAutomation(component, processor, sequence)
                                : retryProjection(component, processor, sequence),
                        0));
    }

    /** Until nothing is parked: what comes meanwhile is parked behind the others, and comes next. */
    private static CompletionStage<Integer> pages(Supplier<CompletionStage<Integer>> page, int before) {
        return page.get()
                .thenCompose(
                        count -> count == 0 ? CompletableFuture.completedFuture(before) : pages(page, before + count));
    }

    private CompletionStage<Integer> retryProjection(StreamComponent component, String processor, String sequence) {
        return inTurn(
                processor,
                session -> parked(session, processor, sequence).thenCompose(positions -> {
                    CompletionStage<?> done = CompletableFuture.completedFuture(null);
                    for (var position : positions) {
                        done = done.thenCompose(before -> events.at(position))
                                .thenCompose(event -> component.handleNow(session, event))
                                .thenCompose(handled -> session.flush().subscribeAsCompletionStage());
                    }
                    return done.thenCompose(all -> forget(session, processor, sequence, positions));
                }));
    }

    /** An automation's effects come first here as well, while no transaction is open. */
    private CompletionStage<Integer> retryAutomation(StreamComponent component, String processor, String sequence) {
        return transactions
                .inItsOwn(transaction -> transaction.run(session -> parked(session, processor, sequence)))
                .thenCompose(positions -> {
                    CompletionStage<?> done = CompletableFuture.completedFuture(null);
                    for (var position : positions) {
                        done = done.thenCompose(before -> events.at(position)).thenCompose(component::effectOf);
                    }
                    return done.thenCompose(
                            all -> inTurn(processor, session -> forget(session, processor, sequence, positions)));
                });
    }

    /** Gives a sequence's parked events up; the view stays without them. */
    public Uni<Integer> discard(String processor, String sequence) {
        return Uni.createFrom()
                .completionStage(() -> inTurn(
                        processor,
                        session -> Sql.update(
                                session,
                                "delete from parked_event where processor = ?1 and sequence = ?2",
                                processor,
                                sequence)));
    }

    private CompletionStage<Integer> inTurn(String processor, Function<Mutiny.Session, CompletionStage<Integer>> work) {
        return transactions.inItsOwn(transaction -> transaction
                .run(session -> Sql.select(
                        session,
                        "select segment, mask from processor_token where processor = ?1 order by segment for update",
                        processor))
                .thenCompose(locked -> transaction.run(work)));
    }

    private static CompletionStage<List<Long>> parked(Mutiny.Session session, String processor, String sequence) {
        return Sql.select(
                        session,
                        "select position, sequence from parked_event where processor = ?1 and sequence = ?2"
                                + " order by position limit " + PAGE,
                        processor,
                        sequence)
                .thenApply(rows ->
                        rows.stream().map(row -> ((Number) row[0]).longValue()).toList());
    }

    private static CompletionStage<Integer> forget(
            Mutiny.Session session, String processor, String sequence, List<Long> handled) {
        return handled.isEmpty()
                ? CompletableFuture.completedFuture(0)
                : Sql.update(
                        session,
                        "delete from parked_event where processor = ?1 and sequence = ?2 and position <= ?3",
                        processor,
                        sequence,
                        handled.getLast());
    }
}
