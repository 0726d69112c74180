package io.parvis.launcher.process;

/** How a process is asked to end. */
public enum StopSignal {
    /** An orderly end; for a JVM, its shutdown hooks. */
    TERM,
    /** PostgreSQL's "fast" shutdown: clients are sent away, data is written. To it, TERM means waiting for them. */
    INT
}
