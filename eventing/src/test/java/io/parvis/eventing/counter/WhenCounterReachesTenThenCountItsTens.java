package io.parvis.eventing.counter;

import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** Reacts to steps of ten, and fails once after it has sent its command, as a crash would. */
@Singleton
class WhenCounterReachesTenThenCountItsTens implements Automation {

    private boolean failedOnce;

    @Override
    public String name() {
        return "test.tens";
    }

    @Override
    public String sequencedBy() {
        return "counter";
    }

    @EventHandler
    Uni<?> on(CounterIncreased event, Reaction reaction) {
        if (event.by() != 10) {
            return Uni.createFrom().voidItem();
        }
        return reaction.send(new IncreaseCounter(event.counterId() + "-tens", 1, 100))
                .invoke(outcome -> {
                    if (!failedOnce) {
                        failedOnce = true;
                        throw new IllegalStateException("crashed after the command was recorded");
                    }
                });
    }
}
