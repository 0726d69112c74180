package io.parvis.engagement.contest.read.entries;

import io.parvis.engagement.contest.event.ContestEntered;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "entry")
class EntryView {

    @Id
    String entryId;

    String contestId;
    String fanId;
    int rulesVersion;
    Instant enteredAt;
    long position;

    protected EntryView() {}

    EntryView(ContestEntered event, long position, Instant enteredAt) {
        this.entryId = event.entryId();
        this.contestId = event.contestId();
        this.fanId = event.fanId();
        this.rulesVersion = event.rulesVersion();
        this.enteredAt = enteredAt;
        this.position = position;
    }

    Entry toEntry() {
        return new Entry(entryId, fanId, rulesVersion, enteredAt);
    }
}
