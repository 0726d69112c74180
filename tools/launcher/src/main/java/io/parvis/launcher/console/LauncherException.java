package io.parvis.launcher.console;

/** Why the launcher will not start or go on: one sentence for the person who typed the command. */
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
