package io.parvis.edge.value;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The currencies of ISO 4217 in which something can be priced today; the runtime also knows those of the past. */
final class Currencies {

    /** In use beside a country's own, and so not found by asking for each country's. */
    private static final Set<String> BESIDES = Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "VED");

    private static final Set<String> ACTIVE = Stream.concat(
                    BESIDES.stream(),
                    Arrays.stream(Locale.getISOCountries())
                            .map(country -> Currency.getInstance(Locale.of("", country)))
                            .filter(Objects::nonNull) // Antarctica has none
                            .map(Currency::getCurrencyCode))
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    static boolean has(String code) {
        return ACTIVE.contains(code);
    }

    /** How many decimals an amount in that currency has; it must be one. */
    static int decimals(String code) {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }
}
