package io.parvis.engagement.quiz.write.start;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** The quiz says how many attempts a fan has. */
class NoAttemptsLeft extends Refusal {

    NoAttemptsLeft(int allowed) {
        super(
                "The fan has no attempt left",
                "The quiz allows " + allowed + (allowed == 1 ? " attempt" : " attempts") + " per fan.",
                Map.of("allowed", allowed));
    }
}
