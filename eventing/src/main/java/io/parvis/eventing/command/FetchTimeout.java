package io.parvis.eventing.command;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a decision needs could not be found out in time; nothing was recorded, and trying again may be of use. */
public final class FetchTimeout extends RuntimeException {

    FetchTimeout(PendingCommand pending, Object need, Duration limit) {
        super(
                "%s was not fetched for %s within %s".formatted(need, pending.name(), limit),
                new TimeoutException(),
                false,
                false);
    }
}
