package io.parvis.verify;

/** There is nothing to judge: the file or the command line cannot be read. One sentence for who typed it. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
