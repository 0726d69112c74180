package io.parvis.engagement.contest.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.command.Decision;
import java.util.List;

/** What deciders said. */
public final class Decisions {

    private Decisions() {}

    /** Of a decision that needs nothing more. */
    public static List<?> events(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Events.class);
        return ((Decision.Events<?>) decision).events();
    }
}
