package io.parvis.engagement.contest.read.contests;

import io.parvis.engagement.contest.event.ContestDrafted;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A contest; its rules as the JSON document in which they were recorded, since they are read whole. */
@Entity
@Table(name = "contest")
class ContestView {

    @Id
    String contestId;

    String brandId;
    String rules;
    String state;
    long position;
    long version;

    protected ContestView() {}

    ContestView(ContestDrafted event, String rules, long position) {
        this.contestId = event.contestId();
        this.brandId = event.brandId();
        this.rules = rules;
        this.state = "draft";
        this.position = position;
        this.version = position;
    }
}
