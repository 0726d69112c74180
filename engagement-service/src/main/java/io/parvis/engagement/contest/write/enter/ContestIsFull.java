package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** A limit on entries is a limit, however many come at once. */
class ContestIsFull extends Refusal {

    ContestIsFull(int maxEntries) {
        super("The contest is full", "It takes " + maxEntries + " entries.", Map.of("maxEntries", maxEntries));
    }
}
