package io.parvis.torture.cluster;

/** The JVMs, in the order in which they start. */
public enum ClusterMember {
    PRESENCE("presence-service", "presence-service", "presence"),
    ENGAGEMENT_A("engagement-service-a", "engagement-service", "engagement"),
    ENGAGEMENT_B("engagement-service-b", "engagement-service", "engagement"),
    REPUTATION("reputation-service", "reputation-service", "reputation"),
    GATEWAY("gateway", "gateway", "gateway");

    private final String processName;
    private final String module;
    private final String role;

    ClusterMember(String processName, String module, String role) {
        this.processName = processName;
        this.module = module;
        this.role = role;
    }

    /** As its log is called. */
    public String processName() {
        return processName;
    }

    String module() {
        return module;
    }

    /** Its login in PostgreSQL, and the schema that it owns; replicas share both. */
    public String role() {
        return role;
    }

    /** Whether it keeps views. */
    public boolean isService() {
        return this != GATEWAY;
    }
}
