package io.parvis.engagement.contest.write.change;

import io.parvis.eventing.command.Refusal;
import java.util.List;
import java.util.Map;

/** The winning moments of an instant win follow from its period, its prizes and a seed that was committed to. */
class WinningMomentsFixed extends Refusal {

    WinningMomentsFixed(List<String> fields) {
        super(
                "The winning moments are committed to",
                "They would move with what cannot be changed once an instant win is published: "
                        + String.join(", ", fields) + ".",
                Map.of("fields", fields));
    }
}
