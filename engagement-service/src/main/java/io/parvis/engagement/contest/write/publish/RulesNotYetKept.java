package io.parvis.engagement.contest.write.publish;

import io.parvis.eventing.command.Refusal;
import java.util.List;
import java.util.Map;

/** Nobody is promised what is not kept. */
class RulesNotYetKept extends Refusal {

    RulesNotYetKept(List<String> missing) {
        super(
                "These rules cannot be kept yet",
                "This version does not enforce: " + String.join(", ", missing) + ".",
                Map.of("missing", missing));
    }
}
