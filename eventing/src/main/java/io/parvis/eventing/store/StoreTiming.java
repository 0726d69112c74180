package io.parvis.eventing.store;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * How long reading a boundary, or an append, took, for the flight recorder: from when it was asked for until it was
 * answered. Where no recording runs it costs next to nothing.
 */
abstract class StoreTiming extends Event {

    @Label("Waited")
    @Description("For the group before it; the rest is the database and the way there")
    @Timespan(Timespan.NANOSECONDS)
    long waited;

    @Label("Group")
    @Description("How many went together")
    int group;

    private transient long began;

    final void started() {
        if (isEnabled()) {
            begin();
            began = System.nanoTime();
        }
    }

    final void sent(int together) {
        if (began != 0) {
            waited = System.nanoTime() - began;
            group = together;
        }
    }

    final void answered() {
        if (began != 0) {
            commit();
        }
    }

    @Name("io.parvis.Sourcing")
    @Label("Sourcing")
    @Category("Parvis")
    @StackTrace(false)
    static final class Sourcing extends StoreTiming {}

    @Name("io.parvis.Append")
    @Label("Append")
    @Category("Parvis")
    @StackTrace(false)
    static final class Appending extends StoreTiming {}
}
