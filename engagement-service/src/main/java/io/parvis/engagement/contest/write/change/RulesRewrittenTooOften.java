package io.parvis.engagement.contest.write.change;

import io.parvis.eventing.command.Refusal;

/** Whatever is decided on a contest reads all that was ever written of its rules. */
class RulesRewrittenTooOften extends Refusal {

    RulesRewrittenTooOften() {
        super(
                "The rules were rewritten too often",
                "All that was ever written of a contest's rules may come to ten million characters. Draft it anew.");
    }
}
