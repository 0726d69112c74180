package io.parvis.edge.operations;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.eventing.command.NothingChanged;
import org.junit.jupiter.api.Test;

class RecordParkedEventsAnswerTest {

    @Test
    void keepsHowManyWereDealtWith() {
        decider(new RecordParkedEventsAnswer.Handler())
                .when(new RecordParkedEventsAnswer("engagement.fans", 3))
                .then(new NothingChanged("3"));
    }

    @Test
    void keepsNothingBeforeTheyWere() {
        decider(new RecordParkedEventsAnswer.Handler())
                .when(new RecordParkedEventsAnswer("engagement.fans", null))
                .thenRefused(RecordParkedEventsAnswer.NoAnswerRecorded.class);
    }
}
