package io.parvis.engagement.quiz;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Caller;
import io.parvis.edge.access.Role;

/** Who may read the key of a quiz before it is closed: those who write and approve it. */
public final class KeyReaders {

    private KeyReaders() {}

    public static boolean mayRead(Caller caller, BrandId brandId) {
        return caller.has(brandId.value(), Role.EDITOR, Role.APPROVER, Role.ADMIN);
    }
}
