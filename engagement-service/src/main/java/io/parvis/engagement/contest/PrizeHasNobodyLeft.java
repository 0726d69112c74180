package io.parvis.engagement.contest;

import io.parvis.eventing.command.Refusal;

/** There are no more fans than took part. */
public class PrizeHasNobodyLeft extends Refusal {

    public PrizeHasNobodyLeft() {
        super("Nobody is left for this prize", "It passed on, and no alternate was left.");
    }
}
