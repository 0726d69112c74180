package io.parvis.gateway.key;

import io.smallrye.config.ConfigMapping;

/** Where the gateway keeps its keys. */
@ConfigMapping(prefix = "parvis.database")
interface DatabaseConfig {

    /** Such as {@code postgresql://localhost:8084/parvis}. */
    String url();

    /** A role that owns the schema {@code gateway}. */
    String username();

    /** Its password. */
    String password();

    /** The same database, as JDBC names it. */
    default String jdbcUrl() {
        return "jdbc:" + url().replaceFirst("^postgres:", "postgresql:");
    }
}
