package io.parvis.edge.value;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** What single characters do to a text, by the properties that Unicode gives them. */
final class Characters {

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int BLACK_FLAG = 0x1F3F4;

    /** A combining class of Unicode. */
    private static final int VIRAMA = 9;

    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();

    private Characters() {}

    /** As a person can look it up, without showing it. */
    static String name(int character) {
        return "U+%04X".formatted(character);
    }

    /**
     * What no text of ours has: controls and line breaks, half surrogates, noncharacters, and what changes how the text
     * around it reads. Tags are left to flags, such as Scotland's.
     */
    static boolean isForbidden(int before, int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT ->
                isBetween(character, 0x202A, 0x202E) // embeddings and overrides of direction
                        || isBetween(character, 0x2066, 0x206F) // isolates; formats that are deprecated
                        || isBetween(character, 0xFFF9, 0xFFFB) // annotations between lines
                        || character == 0xE0001 // deprecated
                        || isTag(character) && before != BLACK_FLAG && !isTag(before);
            default -> UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT);
        };
    }

    /** Whether what it is taken apart into begins with a combining mark; some marks are of class 0 themselves (U+0F73). */
    static boolean beginsWithMark(int character) {
        return UCharacter.getIntPropertyValue(character, UProperty.LEAD_CANONICAL_COMBINING_CLASS) != 0;
    }

    /** With how many combining marks ends what it is taken apart into: one character may hold several (U+0344, U+01D6). */
    static int marksAtEnd(int character) {
        if (UCharacter.getIntPropertyValue(character, UProperty.TRAIL_CANONICAL_COMBINING_CLASS) == 0) {
            return 0;
        }
        var parts = TAKEN_APART.getDecomposition(character);
        if (parts == null) {
            return 1;
        }
        int marks = 0;
        for (int end = parts.length(); end > 0; end -= Character.charCount(parts.codePointBefore(end))) {
            if (UCharacter.getCombiningClass(parts.codePointBefore(end)) == 0) {
                break;
            }
            marks++;
        }
        return marks;
    }

    private static boolean isTag(int character) {
        return isBetween(character, 0xE0020, 0xE007F);
    }

    private static boolean isBetween(int character, int first, int last) {
        return first <= character && character <= last;
    }

    /** Whether a text that begins with it begins with nothing that shows. */
    static boolean isBlankAtStart(int character) {
        return UCharacter.isUWhiteSpace(character)
                || character == BRAILLE_BLANK
                || isIgnorable(character) && !isDirectionMark(character);
    }

    /** Texts from right to left have one beside punctuation at their ends; Arabic has one of its own. */
    private static boolean isDirectionMark(int character) {
        return character == 0x200E || character == 0x200F || character == 0x061C;
    }

    /** Whether a text that ends in it ends in nothing that shows; what shapes the character before it is not meant. */
    static boolean isBlankAtEnd(int before, int character) {
        return isBlankAtEnd(character) && !(isJoiner(character) && UCharacter.getCombiningClass(before) == VIRAMA);
    }

    /** Words of Malayalam and Kannada end in one, after the sign that takes a consonant's vowel. */
    private static boolean isJoiner(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.JOIN_CONTROL);
    }

    private static boolean isBlankAtEnd(int character) {
        return isBlankAtStart(character)
                && !UCharacter.hasBinaryProperty(character, UProperty.VARIATION_SELECTOR)
                && !isTag(character);
    }

    static boolean isInvisible(int character) {
        return UCharacter.isUWhiteSpace(character)
                || character == BRAILLE_BLANK
                || Character.getType(character) == Character.FORMAT
                        && !UCharacter.hasBinaryProperty(character, UProperty.PREPENDED_CONCATENATION_MARK)
                || isIgnorable(character);
    }

    /** Whether it shows something by itself: a mark needs a letter to stand on. */
    static boolean isVisible(int character) {
        return !isInvisible(character)
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
    }

    private static boolean isIgnorable(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
