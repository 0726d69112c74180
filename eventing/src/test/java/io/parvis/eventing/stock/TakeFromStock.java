package io.parvis.eventing.stock;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.ResourceType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/** Takes one piece of a stock that many want, once per buyer. */
record TakeFromStock(String stockId, String buyer, int stock) {

    static final ResourceType STOCK = ResourceType.tagged("stock", StockTaken.class, StockRefilled.class);

    record State(int left, List<StockTaken> read) {}

    static final class SoldOut extends RuntimeException {}

    static final class BoughtBefore extends RuntimeException {}

    @Singleton
    static class Handler implements Decider<TakeFromStock, State> {

        @Override
        public Boundary boundary(TakeFromStock command) {
            return Boundary.of(
                    STOCK.of(
                            command.stockId,
                            Criterion.latest(Tag.of("stock", command.stockId), StockTaken.class, StockRefilled.class)),
                    Criterion.tagged(Tag.of("buyer", command.buyer), StockTaken.class));
        }

        @Override
        public State initial() {
            return new State(-1, List.of());
        }

        @Override
        public State evolve(State state, Object event) {
            if (!(event instanceof StockTaken taken)) {
                return new State(((StockRefilled) event).left(), state.read);
            }
            var read = new ArrayList<>(state.read);
            read.add(taken);
            return new State(taken.left(), read);
        }

        @Override
        public List<StockTaken> decide(TakeFromStock command, State state, Instant now) {
            if (state.read.stream().anyMatch(taken -> taken.buyer().equals(command.buyer))) {
                throw new BoughtBefore();
            }
            int left = state.left < 0 ? command.stock : state.left;
            if (left == 0) {
                throw new SoldOut();
            }
            return List.of(new StockTaken(command.stockId, command.buyer, left - 1));
        }
    }
}
