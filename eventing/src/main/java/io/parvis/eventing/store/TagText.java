package io.parvis.eventing.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.eventstreaming.Tag;

/** How a tag stands in the database: {@code key=value}, with {@code =} and {@code %} escaped in the key. */
final class TagText {

    /** A B-tree entry holds a third of a page; beyond it PostgreSQL would refuse the whole batch. */
    static final int MAX_BYTES = 1000;

    private static final int MAX_BYTES_OF_A_CHAR = 3;

    private TagText() {}

    static String of(Tag tag) {
        var key = tag.key();
        if (key.indexOf('=') >= 0 || key.indexOf('%') >= 0) {
            key = key.replace("%", "%25").replace("=", "%3D");
        }
        var text = key + "=" + tag.value();
        if (text.indexOf('\0') >= 0 || isLongerThan(MAX_BYTES, text)) {
            throw new IllegalArgumentException(
                    "A tag holds at most %d bytes and no NUL character: %s".formatted(MAX_BYTES, tag.key()));
        }
        return text;
    }

    private static boolean isLongerThan(int bytes, String text) {
        return text.length() * MAX_BYTES_OF_A_CHAR > bytes && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    /** Whether a text in the database is a tag. */
    static boolean isOne(String text) {
        return text.indexOf('=') >= 0;
    }

    static Tag parse(String text) {
        int split = text.indexOf('=');
        var key = text.substring(0, split);
        if (key.indexOf('%') >= 0) {
            key = key.replace("%3D", "=").replace("%25", "%");
        }
        return new Tag(key, text.substring(split + 1));
    }

    /**
     * Longest first: the composite, and so the most selective, tag leads the look-up. Always in the same order, so
     * that equal conditions are equal statements.
     */
    static String[] leadingFirst(Set<Tag> tags) {
        if (tags.size() == 1) {
            return new String[] {of(tags.iterator().next())};
        }
        var ordered =
                new TreeSet<String>((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
        tags.forEach(tag -> ordered.add(of(tag)));
        return ordered.toArray(String[]::new);
    }

    /** A PostgreSQL array literal. */
    static String arrayLiteral(Collection<String> elements) {
        var literal = new StringBuilder("{");
        for (var element : elements) {
            literal.append(literal.length() == 1 ? "" : ",").append('"');
            literal.append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return literal.append('}').toString();
    }
}
