package io.parvis.verify;

import java.time.Instant;
import java.util.List;

/** One version of the rules, and since when it was in force. */
record Rules(
        Fields document,
        String sha256,
        long version,
        Instant opensAt,
        Instant closesAt,
        List<Prize> prizes,
        Instant sinceAt,
        long sincePosition) {

    private static final long MAX_PRIZES = 100_000_000;

    record Prize(String name, long quantity) {}

    static Rules of(Fields fields) {
        var document = fields.in(
                "document", "closesAt", "contest", "officialRulesSha256", "opensAt", "prizes", "terms", "version");
        document.hash("officialRulesSha256");
        if (!(document.any("terms") instanceof JsonObject)) {
            throw new Malformed("The terms of the rules are not an object.");
        }
        var since = fields.in("since", "at", "position");
        return new Rules(
                document,
                fields.hash("sha256"),
                document.whole("version"),
                document.time("opensAt"),
                document.time("closesAt"),
                document.each("prizes", "name", "quantity").stream()
                        .map(Rules::prize)
                        .toList(),
                since.time("at"),
                since.whole("position"));
    }

    private static Prize prize(Fields fields) {
        var quantity = fields.whole("quantity");
        if (quantity < 1 || quantity > MAX_PRIZES) {
            throw new Malformed("There is a prize whose quantity is not from 1 to " + MAX_PRIZES + ".");
        }
        return new Prize(fields.text("name"), quantity);
    }

    long places() {
        return prizes.stream().mapToLong(Prize::quantity).sum();
    }

    boolean hasItsHash() {
        return CanonicalWriter.sha256(document.node()).equals(sha256);
    }
}
