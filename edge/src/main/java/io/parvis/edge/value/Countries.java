package io.parvis.edge.value;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries as ISO 3166-1 has them. */
public final class Countries {

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    /** Reserved, or in use elsewhere, and often taken for the code itself. */
    private static final Map<String, String> MISTAKEN = Map.of("UK", "GB", "EL", "GR");

    private Countries() {}

    /** Whether the code is assigned to a country. */
    static boolean has(String code) {
        return ASSIGNED.contains(code);
    }

    /** By which code a country is known that was named by another one, which was taken once. */
    public static String meant(String code) {
        return MISTAKEN.getOrDefault(code, code);
    }
}
