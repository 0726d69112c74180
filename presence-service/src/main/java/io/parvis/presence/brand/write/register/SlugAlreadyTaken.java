package io.parvis.presence.brand.write.register;

import io.parvis.eventing.command.Refusal;

/** A slug names one brand for ever, an archived one too. */
class SlugAlreadyTaken extends Refusal {

    SlugAlreadyTaken(String slug) {
        super("The slug is taken", "The slug \"" + slug + "\" names another brand, or did; slugs are never reused.");
    }
}
