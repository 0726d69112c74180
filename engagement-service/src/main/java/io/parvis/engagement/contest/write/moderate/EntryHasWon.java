package io.parvis.engagement.contest.write.moderate;

import io.parvis.eventing.command.Refusal;

/** Its holder was told so. The prize can be taken from them, with a public reason; the entry stays what it was. */
class EntryHasWon extends Refusal {

    EntryHasWon() {
        super("The entry has won", "Take the prize away instead: POST .../winners/{rank}/redraw, with a reason.");
    }
}
