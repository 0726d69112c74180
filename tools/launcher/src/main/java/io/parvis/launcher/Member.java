package io.parvis.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The Java processes of the suite, in the order in which they start. */
enum Member {
    PRESENCE("presence-service", 1, "192m"),
    ENGAGEMENT("engagement-service", 2, "192m"),
    REPUTATION("reputation-service", 3, "256m"),
    GATEWAY("gateway", 0, "192m");

    /** PostgreSQL's place in the block of ports that the gateway's begins. */
    static final int POSTGRES_PORT_OFFSET = 4;

    private final String processName;
    private final int portOffset;
    private final String defaultHeap;

    Member(String processName, int portOffset, String defaultHeap) {
        this.processName = processName;
        this.portOffset = portOffset;
        this.defaultHeap = defaultHeap;
    }

    static List<String> databaseRoles() {
        return Arrays.stream(values()).map(Member::databaseRole).toList();
    }

    /** As its module, its log and its pid file are called. */
    String processName() {
        return processName;
    }

    int portOffset() {
        return portOffset;
    }

    String defaultHeap() {
        return defaultHeap;
    }

    /** Its login in PostgreSQL, and the schema that it owns. */
    String databaseRole() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the build makes of it. */
    Path application(Path root) {
        return root.resolve(processName).resolve("target").resolve("quarkus-app");
    }
}
