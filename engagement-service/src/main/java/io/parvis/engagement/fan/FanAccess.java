package io.parvis.engagement.fan;

import io.parvis.edge.access.Caller;
import io.parvis.edge.access.Role;
import org.jspecify.annotations.Nullable;

/** Who may see and change what of a fan. A partner's machine has to do with the fans that it wrote, and no others. */
public final class FanAccess {

    private static final Role[] READERS = {
        Role.OPS, Role.ADMIN, Role.EDITOR, Role.APPROVER, Role.MODERATOR, Role.ANALYST
    };

    private FanAccess() {}

    /** The principal whose fans a caller may change, personal data included; null where it may change all of the brand. */
    public static @Nullable String changing(Caller caller, String brandId) {
        return caller.has(brandId, Role.MODERATOR, Role.ADMIN) ? null : caller.principal();
    }

    /** The principal whose fans a caller may read; null where it may read all of the brand. */
    public static @Nullable String reading(Caller caller, String brandId) {
        return caller.has(brandId, READERS) ? null : caller.principal();
    }

    /** Whether a caller may see what names or reaches the person. */
    public static boolean seesContact(Caller caller, String brandId, @Nullable String registeredBy) {
        return caller.has(brandId, Role.ADMIN, Role.MODERATOR)
                || (caller.has(brandId, Role.PARTNER) && caller.principal().equals(registeredBy));
    }
}
