package io.parvis.eventing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the service finds its database: the event store, and the schema named like the user for its views. */
@ConfigMapping(prefix = "parvis.database")
public interface DatabaseConfig {

    /** {@code postgresql://host:port/database}; {@code ?sslmode=verify-full} and the like are honoured. */
    @WithDefault("postgresql://localhost:8084/parvis")
    String url();

    /** The login role; its name is also the schema that holds the service's views. */
    String username();

    /** The role's password. */
    String password();

    /** How long a connection may take to be opened, and as long again to be greeted by the database. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /**
     * How long the answer to one statement on the views may take before its connection is closed. The database gives the
     * statement up after four fifths of it, which counts as a failure of the event that asked for it; and waiting for a lock
     * after half of it, which does not.
     */
    @WithDefault("PT30S")
    Duration viewAnswerTimeout();

    /** How long migrations at the start, and upkeep that nobody waits for, wait for the answer to one statement. */
    @WithDefault("PT10M")
    Duration upkeepAnswerTimeout();
}
