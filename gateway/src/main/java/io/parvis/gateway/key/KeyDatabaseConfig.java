package io.parvis.gateway.key;

import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.JdbcUrl;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the gateway keeps its keys. */
@ConfigMapping(prefix = "parvis.database")
interface KeyDatabaseConfig {

    /** Such as {@code postgresql://localhost:8084/parvis}. */
    String url();

    /** A role that owns the schema {@code gateway}. */
    String username();

    /** Its password. */
    String password();

    /** How long a connection may take to be opened, and as long again to be greeted by the database. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /**
     * How long the answer to one statement may take before its connection counts as lost and is closed. The database
     * gives the statement up after four fifths of it, and waiting for a lock after half of it.
     */
    @WithDefault("PT2S")
    Duration answerTimeout();

    /** How long the migrations of a starting gateway wait for an answer to one statement. */
    @WithDefault("PT10M")
    Duration migrationTimeout();

    /** The same database, as JDBC names it. */
    default String jdbcUrl() {
        return JdbcUrl.of(url(), new ConnectionTimeouts(connectTimeout(), migrationTimeout()));
    }
}
