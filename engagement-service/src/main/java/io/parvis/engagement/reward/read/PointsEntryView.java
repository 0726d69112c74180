package io.parvis.engagement.reward.read;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry and the books with it, as JSON documents, since they are read whole. */
@Entity
@Table(name = "points_entry")
class PointsEntryView {

    @Id
    long position;

    String owner;
    String entry;
    String ledger;
    Instant recordedAt;

    protected PointsEntryView() {}

    PointsEntryView(long position, String owner, String entry, String ledger, Instant recordedAt) {
        this.position = position;
        this.owner = owner;
        this.entry = entry;
        this.ledger = ledger;
        this.recordedAt = recordedAt;
    }
}
