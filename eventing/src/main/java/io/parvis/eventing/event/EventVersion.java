package io.parvis.eventing.event;

import java.util.regex.Pattern;

/** Versions of formats are whole numbers without leading zeros; the greater one is the newer. */
final class EventVersion {

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]*");

    private EventVersion() {}

    static boolean isOne(String version) {
        return WHOLE.matcher(version).matches();
    }

    /** Of any length: nobody need fear that one is too great. */
    static boolean isNewer(String version, String than) {
        return version.length() == than.length() ? version.compareTo(than) > 0 : version.length() > than.length();
    }
}
