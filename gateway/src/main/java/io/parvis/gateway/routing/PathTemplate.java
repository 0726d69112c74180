package io.parvis.gateway.routing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A path with parameters: {@code {name}} is any one segment, a last {@code **} any number of them or none. */
public final class PathTemplate {

    /** Orders templates of one length, literal segments before parameters; the names of parameters do not count. */
    static final Comparator<PathTemplate> MOST_SPECIFIC_FIRST =
            (one, other) -> Arrays.compare(one.order(), other.order());

    /** Sorts after every literal segment. */
    private static final String PARAMETER = "\uffff";

    private static final Pattern FORM = Pattern.compile("(/([A-Za-z0-9._~-]+|\\{[A-Za-z0-9]+}))++(/\\*\\*)?");

    private final String text;
    private final List<String> parts;
    private final boolean open;

    public PathTemplate(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a path template: " + text);
        }
        this.text = text;
        this.open = text.endsWith("/**");
        this.parts = List.of((open ? text.substring(1, text.length() - 3) : text.substring(1)).split("/"));
    }

    /** Whether a text is a template without a last {@code **}. */
    static boolean isOfOneLength(String text) {
        return FORM.matcher(text).matches() && !text.endsWith("/**");
    }

    /** In segments. */
    int length() {
        return parts.size();
    }

    private String[] order() {
        return parts.stream()
                .map(part -> part.startsWith("{") ? PARAMETER : part)
                .toArray(String[]::new);
    }

    public boolean matches(List<String> segments) {
        if (open ? segments.size() < parts.size() : segments.size() != parts.size()) {
            return false;
        }
        for (var i = 0; i < parts.size(); i++) {
            if (!parts.get(i).startsWith("{") && !parts.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
