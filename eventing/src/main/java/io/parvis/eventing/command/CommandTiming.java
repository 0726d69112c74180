package io.parvis.eventing.command;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** How long a command took, for the flight recorder: from when it was sent until its outcome is told. */
@Name("io.parvis.Command")
@Label("Command")
@Category("Parvis")
@StackTrace(false)
final class CommandTiming extends Event {

    @Label("Command")
    final Class<?> command;

    private CommandTiming(Class<?> command) {
        this.command = command;
    }

    static CommandTiming of(Object command) {
        var timing = new CommandTiming(command.getClass());
        timing.begin();
        return timing;
    }
}
