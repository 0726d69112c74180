package io.parvis.engagement.fan;

import io.parvis.eventing.command.Refusal;

/** One person is one fan of a brand. */
public class EmailTaken extends Refusal {

    public EmailTaken() {
        super("The e-mail address is taken", "A fan of this brand is registered with this mailbox already.");
    }
}
