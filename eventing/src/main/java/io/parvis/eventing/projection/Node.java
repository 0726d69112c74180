package io.parvis.eventing.projection;

import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * This life of this process, as the owner of segments. The life is part of it, so that a frozen predecessor of the same
 * name finds its claims gone.
 */
@Singleton
class Node {

    private final String prefix;
    private final String owner;

    Node(ProjectionConfig config) {
        var life = UUID.randomUUID().toString();
        this.prefix = config.node().orElse(life) + "#";
        this.owner = prefix + life;
    }

    String owner() {
        return owner;
    }

    /** What the owners of this name's earlier lives begin with. */
    String prefix() {
        return prefix;
    }
}
