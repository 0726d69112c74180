package io.parvis.engagement.contest.write.change;

import io.parvis.eventing.command.Refusal;
import java.util.List;
import java.util.Map;

/** Who entered relied on it: what can be won, how, by when, and who decides. */
class RulesFixedOncePublished extends Refusal {

    RulesFixedOncePublished(List<String> fields) {
        super(
                "Published rules do not change to the harm of who entered",
                "This cannot be changed any more, or only the other way: " + String.join(", ", fields) + ".",
                Map.of("fields", fields));
    }
}
