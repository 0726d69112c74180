package io.parvis.edge.operations;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.eventing.command.NothingChanged;
import org.junit.jupiter.api.Test;

class AnswerForParkedTest {

    @Test
    void keepsHowManyWereDealtWith() {
        decider(new AnswerForParked.Handler())
                .when(new AnswerForParked("engagement.fans", 3))
                .then(new NothingChanged("3"));
    }

    @Test
    void keepsNothingBeforeTheyWere() {
        decider(new AnswerForParked.Handler())
                .when(new AnswerForParked("engagement.fans", null))
                .thenRefused(AnswerForParked.NotYetDealtWith.class);
    }
}
