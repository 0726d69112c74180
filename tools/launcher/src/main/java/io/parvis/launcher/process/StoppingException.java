package io.parvis.launcher.process;

/** Nothing is started any more: the launcher is on its way out. */
public final class StoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppingException() {
        super("everything is being stopped");
    }
}
