package io.parvis.engagement.quiz.write.start;

import io.parvis.engagement.quiz.AttemptId;
import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** One after the other, or the last one to end would not be the last one begun, and would tell the others' key. */
class AttemptInProgress extends Refusal {

    AttemptInProgress(AttemptId attemptId) {
        super(
                "The fan has an attempt under way",
                "Finish it before starting another one.",
                Map.of("attemptId", attemptId.value()));
    }
}
