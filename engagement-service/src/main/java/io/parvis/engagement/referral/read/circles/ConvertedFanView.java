package io.parvis.engagement.referral.read.circles;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A fan who became a customer, and where in the log: only who was in a campaign before counts as its conversion. */
@Entity
@Table(name = "converted_fan")
class ConvertedFanView {

    @Id
    String fanId;

    long position;

    protected ConvertedFanView() {}

    ConvertedFanView(String fanId, long position) {
        this.fanId = fanId;
        this.position = position;
    }
}
