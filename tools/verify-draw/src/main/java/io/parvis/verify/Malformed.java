package io.parvis.verify;

/** What was read is not what the format says: it does not verify, and this is why. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Malformed(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
