package io.parvis.proofs.key;

/** A ring lacks a key that something was made with. */
public final class KeyIsMissing extends IllegalStateException {

    KeyIsMissing(String setting, String id) {
        super("%1$s lacks the key %2$s: put it back as %2$s:base64, behind the key in use".formatted(setting, id));
    }

    /**
     * Refuses a start.
     *
     * @param what needs the key, as the beginning of a sentence
     */
    public KeyIsMissing(String what, String setting, String id) {
        super(("%1$s the key %3$s, which %2$s lacks. Put it back as %3$s:base64, behind the key in use; it may go once"
                        + " nothing needs it any more")
                .formatted(what, setting, id));
    }
}
