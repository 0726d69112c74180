package io.parvis.engagement.contest.write.moderate;

import io.parvis.eventing.command.Refusal;

/** The first reason stands. */
class EntryAlreadyInvalid extends Refusal {

    EntryAlreadyInvalid() {
        super("The entry is invalid already", "It takes no part.");
    }
}
