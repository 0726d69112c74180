package io.parvis.engagement.reward.write.move;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** A balance is never below zero. */
class InsufficientPoints extends Refusal {

    InsufficientPoints(long balance) {
        super("The balance does not suffice", "It is " + balance + ".", Map.of("balance", balance));
    }
}
