package io.parvis.engagement.contest.write.claim;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;
import java.util.Map;

/** Who does not claim in time leaves the prize to the next. */
class ClaimWindowOver extends Refusal {

    ClaimWindowOver(Instant claimBy) {
        super("The time to claim is over", "It was to be claimed before " + claimBy + ".", Map.of("claimBy", claimBy));
    }
}
