package io.parvis.eventing.stock;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.todo.DueCommand;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

/** A while after a stock was sold out, it is filled again. */
record RefillStock(String stockId) {

    static final String KIND = "test.refill";

    @Singleton
    static class Handler implements Decider<RefillStock, Integer> {

        @Override
        public Boundary boundary(RefillStock command) {
            return Boundary.reading(
                    Criterion.latest(Tag.of("stock", command.stockId), StockTaken.class, StockRefilled.class));
        }

        @Override
        public Integer initial() {
            return -1;
        }

        @Override
        public Integer evolve(Integer left, Object event) {
            return event instanceof StockTaken taken ? taken.left() : ((StockRefilled) event).left();
        }

        @Override
        public List<?> decide(RefillStock command, Integer left, Instant now) {
            return left == 0 ? List.of(new StockRefilled(command.stockId, 10)) : List.of();
        }
    }

    @Singleton
    static class RefillListProjection implements Projection {

        @Override
        public String name() {
            return "test.refill-list";
        }

        @Override
        public String sequencedBy() {
            return "stock";
        }

        @EventHandler
        Uni<Void> on(StockTaken event, Mutiny.Session session, RecordedEvent recorded) {
            return event.left() > 0
                    ? Uni.createFrom().voidItem()
                    : ToDoList.put(
                            session,
                            KIND,
                            event.stockId(),
                            recorded.recordedAt().plusMillis(300));
        }

        @EventHandler
        Uni<Void> on(StockRefilled event, Mutiny.Session session) {
            return ToDoList.done(session, KIND, event.stockId());
        }
    }

    @Singleton
    static class WhenSoldOutForAWhile implements DueCommand {

        /** How often it fails before it works again. */
        static final AtomicInteger FAILURES = new AtomicInteger();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Object command(String subject, Instant dueAt) {
            if (FAILURES.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            return new RefillStock(subject);
        }
    }
}
