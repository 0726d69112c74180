package io.parvis.bench.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
class Entry {

    @Id
    String entryId = "";

    String contestId = "";
    String fanId = "";
    int rulesVersion;
    Instant enteredAt = Instant.EPOCH;

    protected Entry() {}

    Entry(String entryId, Contest contest, Fan fan, Instant now) {
        this.entryId = entryId;
        this.contestId = contest.contestId;
        this.fanId = fan.fanId;
        this.rulesVersion = contest.rulesVersion;
        this.enteredAt = now;
    }
}
