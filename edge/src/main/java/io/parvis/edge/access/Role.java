package io.parvis.edge.access;

import java.util.Locale;

/** What a principal may do for a brand; see the table of roles in docs/integrate.md. */
public enum Role {
    OPS,
    ADMIN,
    EDITOR,
    APPROVER,
    MODERATOR,
    ANALYST,
    PARTNER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
