package io.parvis.engagement.contest;

import io.parvis.eventing.command.Refusal;

/** What was claimed is its winner's for good. */
public class PrizeAlreadyClaimed extends Refusal {

    public PrizeAlreadyClaimed() {
        super("The prize is claimed already", "It was claimed by its winner.");
    }
}
