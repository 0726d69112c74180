package io.parvis.engagement.fan.write.register;

import io.parvis.eventing.command.Refusal;

/** One person is one fan of a brand. */
class ExternalIdTaken extends Refusal {

    ExternalIdTaken() {
        super("The external id is taken", "A fan of this brand is registered under this external id already.");
    }
}
