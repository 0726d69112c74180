package io.parvis.engagement.contest.read.entries;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "entry")
class EntryView extends VersionedView {

    @Id
    String entryId;

    String contestId;
    String fanId;
    int rulesVersion;
    Instant enteredAt;
    long position;
    String state;

    @Nullable
    String reason;

    protected EntryView() {}

    EntryView(ContestEntered event, long position, Instant enteredAt) {
        super(position);
        this.entryId = event.entryId().value();
        this.contestId = event.contestId().value();
        this.fanId = event.fanId().value();
        this.rulesVersion = event.rulesVersion();
        this.enteredAt = enteredAt;
        this.position = position;
        this.state = "valid";
    }

    void moderate(boolean valid, String because) {
        state = valid ? "valid" : "invalid";
        reason = because;
    }

    Entry toEntry() {
        return new Entry(entryId, fanId, rulesVersion, enteredAt, state, reason);
    }
}
