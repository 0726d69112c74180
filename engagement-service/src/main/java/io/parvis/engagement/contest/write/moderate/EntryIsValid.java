package io.parvis.engagement.contest.write.moderate;

import io.parvis.eventing.command.Refusal;

/** Only what was taken out comes back in. */
class EntryIsValid extends Refusal {

    EntryIsValid() {
        super("The entry is valid", "It takes part as it is.");
    }
}
