package io.parvis.eventing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

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
}
