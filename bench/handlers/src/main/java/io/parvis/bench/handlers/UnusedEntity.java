package io.parvis.bench.handlers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Quarkus has no sessions for an application without entities. */
@Entity
class UnusedEntity {

    @Id
    String id;
}
