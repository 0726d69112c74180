package io.parvis.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object of the format: exactly these members, each of its kind. Nothing may stand there that nobody checks. */
final class Fields {

    private static final Pattern HEX_32 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z");

    private final JsonObject object;
    private final String where;

    private Fields(JsonObject object, String where) {
        this.object = object;
        this.where = where;
    }

    /** @param names a trailing '?' says that a member may be missing */
    static Fields of(@Nullable Object value, String where, String... names) {
        if (!(value instanceof JsonObject object)) {
            throw new Malformed(where + " is not an object.");
        }
        Set<String> left = new HashSet<>(object.nameList());
        for (var name : names) {
            var optional = name.endsWith("?");
            if (!left.remove(optional ? name.substring(0, name.length() - 1) : name) && !optional) {
                throw new Malformed(where + " has no \"" + name + "\".");
            }
        }
        if (!left.isEmpty()) {
            throw new Malformed(where + " has something that the format does not know: \""
                    + Printable.of(left.iterator().next()) + "\".");
        }
        return new Fields(object, where);
    }

    JsonObject node() {
        return object;
    }

    boolean has(String name) {
        return object.has(name);
    }

    @Nullable
    Object any(String name) {
        return object.get(name);
    }

    Fields in(String name, String... names) {
        return of(object.get(name), where + "." + name, names);
    }

    String text(String name) {
        return object.get(name) instanceof String text ? text : wrong(name, "a text");
    }

    String constant(String name, String expected) {
        return text(name).equals(expected) ? expected : wrong(name, "\"" + expected + "\"");
    }

    String matching(String name, String pattern, String kind) {
        var text = text(name);
        return text.matches(pattern) ? text : wrong(name, kind);
    }

    String hash(String name) {
        var text = text(name);
        return HEX_32.matcher(text).matches() ? text : wrong(name, "64 lower-case hex digits");
    }

    long whole(String name) {
        return object.get(name) instanceof Long whole && whole >= 0 ? whole : wrong(name, "a whole number");
    }

    /** Years of four digits, hours below 24 and no leap second: the parser alone would take more. */
    Instant time(String name) {
        var text = text(name);
        try {
            return TIME.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : wrong(name, "a time in UTC");
        } catch (DateTimeException notATime) {
            return wrong(name, "a time in UTC");
        }
    }

    List<?> array(String name) {
        return object.get(name) instanceof List<?> items ? items : wrong(name, "an array");
    }

    List<Fields> each(String name, String... names) {
        var items = new ArrayList<Fields>();
        for (var item : array(name)) {
            items.add(of(item, where + "." + name + "[" + items.size() + "]", names));
        }
        return items;
    }

    private <T> T wrong(String name, String kind) {
        throw new Malformed(where + "." + name + " is not " + kind + ".");
    }
}
