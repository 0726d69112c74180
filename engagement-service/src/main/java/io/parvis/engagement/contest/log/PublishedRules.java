package io.parvis.engagement.contest.log;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.drawing.DrawPrize;
import io.parvis.engagement.drawing.DrawRules;
import io.parvis.proofs.Bytes32;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A version of the rules in the draw's own terms: all that decides who may enter and what is won, and nobody's id. */
final class PublishedRules {

    private PublishedRules() {}

    static DrawRules of(ContestPublished published, ContestRules rules) {
        return new DrawRules(
                published.rulesVersion(),
                rules.opensAt(),
                rules.closesAt(),
                Bytes32.parse(published.officialRulesSha256()),
                rules.prizes().stream()
                        .map(prize -> new DrawPrize(prize.name(), prize.quantity()))
                        .toList(),
                terms(rules));
    }

    private static Map<String, Object> terms(ContestRules rules) {
        var terms = new TreeMap<String, Object>(Map.of(
                "name",
                rules.name(),
                "timeZone",
                rules.timeZone(),
                "frequency",
                frequency(rules),
                "minimumAge",
                rules.minimumAge(),
                "unitValues",
                rules.prizes().stream().map(PublishedRules::value).toList()));
        // Draws never said so, and what was published is hashed.
        if (rules.mechanic() == ContestRules.Mechanic.INSTANT_WIN) {
            terms.put("mechanic", "instant-win");
        }
        var eligibility = rules.eligibility();
        if (eligibility != null && eligibility.countries() != null) {
            terms.put("countries", eligibility.countries());
        }
        if (eligibility != null && eligibility.excludedFanIds() != null) {
            terms.put("excludedFans", eligibility.excludedFanIds().size());
        }
        if (rules.maxEntries() != null) {
            terms.put("maxEntries", rules.maxEntries());
        }
        if (rules.claimWindow() != null) {
            terms.put("claimWindow", rules.claimWindow().toString());
        }
        return terms;
    }

    private static Map<String, Object> frequency(ContestRules rules) {
        var frequency = rules.frequency();
        if (frequency == null) {
            return Map.of("mode", "once", "count", 1);
        }
        var mode = frequency.mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return frequency.window() == null
                ? Map.of("mode", mode, "count", frequency.times())
                : Map.of(
                        "mode",
                        mode,
                        "count",
                        frequency.times(),
                        "window",
                        frequency.window().toString());
    }

    /** As text: amounts are exact. */
    private static String value(Prize prize) {
        var value = prize.unitValue();
        return value == null ? "" : value.amount().toPlainString() + " " + value.currency();
    }
}
