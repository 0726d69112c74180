package io.parvis.edge.brand;

import io.parvis.eventing.command.Refusal;

/** An archived brand does nothing new. */
public class BrandIsArchived extends Refusal {

    BrandIsArchived() {
        super("The brand is archived", "An archived brand can be read, and nothing new can be done in its name.");
    }
}
