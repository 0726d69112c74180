package io.parvis.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON (RFC 8259 within RFC 7493): UTF-8, no name twice in an object, nothing after the end, and no deeper than
 * anything honest. Answers {@link JsonObject}, {@link List}, String, Long (exact integers as a canonical text has
 * them), Double, Boolean or null.
 */
final class JsonParser {

    private static final int MAX_DEPTH = 64;
    private static final int MANY = 16;

    private final JsonCursor in;
    private final Map<String, String> names = new HashMap<>();
    private int depth;

    private JsonParser(byte[] text) {
        this.in = new JsonCursor(text);
    }

    /** @throws Malformed with the place where it stops being JSON */
    static @Nullable Object parse(byte[] text) {
        var parser = new JsonParser(text);
        var value = parser.value();
        parser.in.space();
        if (!parser.in.isAtEnd()) {
            throw parser.in.broken("there is something after the end");
        }
        return value;
    }

    private @Nullable Object value() {
        in.space();
        return switch (in.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> in.string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> in.number();
        };
    }

    private JsonObject object() {
        enter();
        var found = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        @Nullable Set<String> seen = null;
        while (another('}', found.isEmpty())) {
            if (in.peek() != '"') {
                throw in.broken("a name was expected");
            }
            var name = name();
            if (seen == null ? found.contains(name) : !seen.add(name)) {
                throw in.broken("a name stands twice in one object");
            }
            found.add(name);
            if (found.size() == MANY) {
                seen = new HashSet<>(found);
            }
            in.space();
            in.expect(':');
            values.add(value());
        }
        depth--;
        return new JsonObject(found.toArray(String[]::new), values.toArray());
    }

    private List<@Nullable Object> array() {
        enter();
        var items = new ArrayList<@Nullable Object>();
        while (another(']', items.isEmpty())) {
            items.add(value());
        }
        depth--;
        return items;
    }

    /** The same few names stand in a million objects: one String for all of them. */
    private String name() {
        var name = in.string();
        if (names.size() > 1000) {
            return name;
        }
        var known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private void enter() {
        in.skip();
        if (++depth > MAX_DEPTH) {
            throw in.broken("it is nested deeper than " + MAX_DEPTH);
        }
    }

    private boolean another(char end, boolean first) {
        in.space();
        if (in.peek() == end) {
            in.skip();
            return false;
        }
        if (!first) {
            in.expect(',');
            in.space();
        }
        return true;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        for (var i = 0; i < word.length(); i++) {
            in.expect(word.charAt(i));
        }
        return value;
    }
}
