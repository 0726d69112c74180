package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** First it is public which entries take part. */
class EntriesNotSealedYet extends Refusal {

    EntriesNotSealedYet() {
        super("The entries are not sealed yet", "Their root is made a moment after the closing. Try again.");
    }
}
