package io.parvis.launcher.secret;

import java.util.List;

/**
 * An API key for development.
 *
 * @param name {@code all}, or the one role that it carries
 * @param value {@code pv_<id>_<secret>}, as sent in {@code X-API-Key}
 * @param roles on every brand
 */
public record DevelopmentKey(String name, String value, List<String> roles) {

    /** The key that may do everything. */
    public static final String ALL = "all";

    static final List<String> ROLES = List.of("ops", "admin", "editor", "approver", "moderator", "analyst", "partner");

    private static final int ID_LENGTH = 12;

    static DevelopmentKey all(SecretFiles files) {
        return in(files, ALL, ROLES);
    }

    static DevelopmentKey of(SecretFiles files, String role) {
        return in(files, role, List.of(role));
    }

    private static DevelopmentKey in(SecretFiles files, String name, List<String> roles) {
        var value = files.readOrCreate(
                "api-key-" + name, () -> "pv_" + RandomText.id(ID_LENGTH) + "_" + RandomText.secret());
        return new DevelopmentKey(name, value, roles);
    }
}
