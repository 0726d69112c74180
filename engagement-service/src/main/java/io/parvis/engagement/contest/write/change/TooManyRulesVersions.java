package io.parvis.engagement.contest.write.change;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** Everybody who looks at a contest is told of all its versions. */
class TooManyRulesVersions extends Refusal {

    TooManyRulesVersions(int most) {
        super(
                "The contest has too many versions of its rules",
                "There may be %d at most.".formatted(most),
                Map.of("most", most));
    }
}
