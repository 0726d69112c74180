package io.parvis.contracts.presence;

/** Whether a brand exists and still speaks: the fold of what presence-service publishes of its life. */
public enum BrandLife {
    UNKNOWN,
    ACTIVE,
    ARCHIVED;

    /** The life after an event; others than those of a brand's life change nothing. */
    public BrandLife evolve(Object event) {
        return switch (event) {
            case BrandRegistered registered -> ACTIVE;
            case BrandArchived archived -> ARCHIVED;
            default -> this;
        };
    }
}
