package io.parvis.launcher.process;

/** Something that is kept running. */
public interface Supervised {

    ProcessSpec spec();

    /** Whether it answers; asked often, so it must not take long. */
    boolean ready();

    /** Run before each start: what must be out of the way. */
    default void prepare() {}
}
