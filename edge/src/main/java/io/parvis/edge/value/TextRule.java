package io.parvis.edge.value;

import org.jspecify.annotations.Nullable;

/** Says what is wrong with a text: the one rule for all of them. Costs one pass over it. */
public final class TextRule {

    /** More do not stand on one letter in any language; sorting longer rows is what makes normalization slow (UAX #15). */
    private static final int MOST_MARKS = 30;

    private final TextKind kind;
    private int marks;
    private boolean hasVisible;

    private TextRule(TextKind kind) {
        this.kind = kind;
    }

    /** @return what it must or must not, as a problem tells it; null where all is well */
    public static @Nullable String fault(String text, TextKind kind) {
        if (text.isEmpty() || kind == TextKind.QUOTED) {
            return null;
        }
        var rule = new TextRule(kind);
        var fault = rule.faultOfCharacters(text);
        if (fault != null) {
            return fault;
        }
        if (!rule.hasVisible) {
            return "must have something that can be seen";
        }
        return kind != TextKind.PROSE && (Characters.isBlankAtStart(text.codePointAt(0)) || endsInBlank(text))
                ? "must not begin or end with a blank"
                : null;
    }

    private static boolean endsInBlank(String text) {
        int last = text.codePointBefore(text.length());
        int rest = text.length() - Character.charCount(last);
        return Characters.isBlankAtEnd(rest == 0 ? 0 : text.codePointBefore(rest), last);
    }

    private @Nullable String faultOfCharacters(String text) {
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            var fault = fault(before, character, i < text.length() ? text.charAt(i) : '\0');
            if (fault != null) {
                return fault;
            }
            before = character;
        }
        return null;
    }

    private @Nullable String fault(int before, int character, char next) {
        if (character > ' ' && character < 0x7F) {
            marks = 0;
            hasVisible = true;
            return null;
        }
        marks = (Characters.beginsWithMark(character) ? marks : 0) + Characters.marksAtEnd(character);
        if (marks > MOST_MARKS) {
            return "must not have more than " + MOST_MARKS + " combining marks in a row";
        }
        if (Characters.isForbidden(before, character) && !isLayout(character, next)) {
            return "must not have %s in it".formatted(Characters.name(character));
        }
        if (kind == TextKind.KEY && character != ' ' && Characters.isInvisible(character)) {
            return "must not have %s in it: it cannot be seen".formatted(Characters.name(character));
        }
        hasVisible |= Characters.isVisible(character);
        return null;
    }

    /** A line ends in LF or CRLF, or where Unicode has a character of its own for it. */
    private boolean isLayout(int character, char next) {
        return kind == TextKind.PROSE
                && switch (character) {
                    case '\n', '\t', 0x2028, 0x2029 -> true;
                    case '\r' -> next == '\n';
                    default -> false;
                };
    }
}
