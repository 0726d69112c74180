package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** The rules name the countries. */
class CountryNotAdmitted extends Refusal {

    CountryNotAdmitted(String country) {
        super("Fans of this country may not enter", "The rules do not admit " + country + ".");
    }
}
