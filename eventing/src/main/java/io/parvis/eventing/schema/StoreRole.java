package io.parvis.eventing.schema;

import java.util.Set;

/**
 * A login role of the store's database and what it may do there beside reading.
 *
 * @param role its name, and that of the schema that it owns
 * @param namespaces the events that it may record are those of these namespaces; of all where one is {@link #ANY}
 * @param destroysKeys whether it may force a checkpoint and a WAL switch, so that the WAL does not keep destroyed
 *     keys
 */
public record StoreRole(String role, String password, Set<String> namespaces, boolean destroysKeys) {

    /** In place of a namespace: all of them. */
    public static final String ANY = "*";

    /** Of what every service records, such as that an idempotency key had its answer. */
    static final String EVERYBODYS = "eventing";

    /** A service that records its own events, and no other service's. */
    public static StoreRole of(String role, String password) {
        return new StoreRole(role, password, Set.of(role, EVERYBODYS), false);
    }

    /** The same, with keys that it destroys. */
    public StoreRole destroyingKeys() {
        return new StoreRole(role, password, namespaces, true);
    }
}
