package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One element of an Accept header (RFC 9110, 12.5.1). Parameters other than the weight are not looked at: no
 * representation of ours has any that would make a difference.
 *
 * @param weight 0 refuses
 */
record MediaRange(String type, String subtype, double weight) {

    private static final String SIGNS = "!#$%&'*+-.^_`|~";
    private static final String ANY = "*";

    /** What accepts everything: as if nothing was said. */
    static final List<MediaRange> ALL = List.of(new MediaRange(ANY, ANY, 1));

    /**
     * The ranges of a header; all where it is absent or holds none.
     *
     * @throws InvalidRequest where it is no list of media ranges
     */
    static List<MediaRange> parse(@Nullable String accept) {
        if (accept == null) {
            return ALL;
        }
        var ranges = new ArrayList<MediaRange>();
        for (var element : split(accept, ',')) {
            if (!element.isBlank()) {
                ranges.add(range(element));
            }
        }
        return ranges.isEmpty() ? ALL : ranges;
    }

    /** Whether a type is wanted: the narrowest range that holds it decides. */
    static boolean admit(List<MediaRange> ranges, String mediaType) {
        var slash = mediaType.indexOf('/');
        var type = mediaType.substring(0, slash);
        var subtype = mediaType.substring(slash + 1);
        int narrowest = -1;
        double weight = 0;
        for (var range : ranges) {
            if (range.holds(type, subtype) && range.narrowness() >= narrowest) {
                weight = range.narrowness() == narrowest ? Math.max(weight, range.weight) : range.weight;
                narrowest = range.narrowness();
            }
        }
        return weight > 0;
    }

    private boolean holds(String wantedType, String wantedSubtype) {
        return (type.equals(ANY) || type.equals(wantedType)) && (subtype.equals(ANY) || subtype.equals(wantedSubtype));
    }

    private int narrowness() {
        if (type.equals(ANY)) {
            return 0;
        }
        return subtype.equals(ANY) ? 1 : 2;
    }

    private static MediaRange range(String element) {
        var parts = split(element, ';');
        var name = parts.getFirst().strip().toLowerCase(Locale.ROOT);
        var slash = name.indexOf('/');
        // An old client of Java says just * (RFC 9110 does not know it).
        var type = name.equals(ANY) ? ANY : name.substring(0, Math.max(slash, 0));
        var subtype = name.equals(ANY) ? ANY : name.substring(slash + 1);
        if (!isToken(type) || !isToken(subtype) || (type.equals(ANY) && !subtype.equals(ANY))) {
            throw invalid();
        }
        double weight = 1;
        for (var parameter : parts.subList(1, parts.size())) {
            var text = parameter.strip();
            if (text.regionMatches(true, 0, "q=", 0, 2)) {
                weight = weight(text.substring(2));
            }
        }
        return new MediaRange(type, subtype, weight);
    }

    private static double weight(String text) {
        boolean digits = text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        if (digits && !text.isEmpty() && text.length() <= 5 && text.indexOf('.') == text.lastIndexOf('.')) {
            var weight = text.equals(".") ? 2 : Double.parseDouble(text);
            if (weight <= 1) {
                return weight;
            }
        }
        throw invalid();
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0));
    }

    /** Separators within quotes separate nothing. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) {
            throw invalid();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static InvalidRequest invalid() {
        return new InvalidRequest("parameter:Accept", "must be media ranges such as application/json, or */*");
    }
}
