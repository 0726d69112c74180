package io.parvis.launcher.console;

/** Why the launcher cannot start or continue: one sentence for the user. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherException(String sentence) {
        super(sentence);
    }

    public LauncherException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
