package io.parvis.eventing.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event that was handled; the table refuses a second time. */
@Entity
@Table(name = "seen_event")
class SeenEventView {

    @Id
    long position;

    String counterId;

    protected SeenEventView() {}

    SeenEventView(long position, String counterId) {
        this.position = position;
        this.counterId = counterId;
    }
}
