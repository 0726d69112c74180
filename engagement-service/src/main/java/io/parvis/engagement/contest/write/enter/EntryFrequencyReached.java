package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;
import java.util.Map;

/** A fan enters as often as the rules say, and not more. */
class EntryFrequencyReached extends Refusal {

    EntryFrequencyReached(Instant nextEntryAt) {
        super(
                "The fan has entered as often as the rules allow for now",
                "The next entry is possible from " + nextEntryAt + " on.",
                Map.of("nextEntryAt", nextEntryAt));
    }
}
