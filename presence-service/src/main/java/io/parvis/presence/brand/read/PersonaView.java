package io.parvis.presence.brand.read;

import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The persona as a JSON document: it is read and replaced whole. */
@Entity
@Table(name = "persona")
class PersonaView extends VersionedView {

    @Id
    String brandId;

    String document;
}
