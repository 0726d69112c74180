package io.parvis.engagement.reward.read;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A version of a programme, kept because a statement can be asked as of a time. */
@Entity
@Table(name = "reward_programme_version")
class ProgrammeVersionView {

    @Id
    long position;

    String brandId;
    String programme;
    Instant inForceFrom;

    protected ProgrammeVersionView() {}

    ProgrammeVersionView(long position, String brandId, String programme, Instant inForceFrom) {
        this.position = position;
        this.brandId = brandId;
        this.programme = programme;
        this.inForceFrom = inForceFrom;
    }
}
