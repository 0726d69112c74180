package io.parvis.edge.value;

import java.text.Normalizer;

/** Four kinds of text. A field says of which it is; one that says nothing takes a line. */
public enum TextKind {
    /** A name or a word: no line breaks, no tabs, nothing blank at its ends. Kept in NFC. */
    LINE,

    /** What is written for people, in as many lines as it takes. Kept in NFC. */
    PROSE,

    /**
     * A line in which nothing is invisible and the only blank is a space between others, so that two keys that look the
     * same to the reader of a log are not two. Kept as it was typed, and compared in NFC.
     */
    KEY,

    /** What somebody else wrote somewhere else: whatever it is, it is kept as it is. */
    QUOTED;

    /** The form in which such a text is kept. */
    public String normalized(String text) {
        return this == LINE || this == PROSE ? nfc(text) : text;
    }

    /** The form in which keys are compared: Unicode NFC, case-sensitive. */
    public static String comparable(String key) {
        return nfc(key);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
