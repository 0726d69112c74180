package io.parvis.eventing.projection;

import io.parvis.eventing.command.ResourceType;
import java.util.Map;

/** Keeps a view. Everything it changes goes through the session it is given, in the transaction of its token. */
public non-sealed interface Projection extends StreamHandler {

    /**
     * The views of which each row shows one thing that has versions, by the kind of thing. Each of the thing's events
     * makes another version of the row, whether or not a method here handles it.
     */
    default Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of();
    }
}
