package io.parvis.engagement.reward.read;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "reward_programme")
class RewardProgrammeView {

    @Id
    String brandId;

    String programme;
    int number;
    long version;

    protected RewardProgrammeView() {}

    RewardProgrammeView(String brandId) {
        this.brandId = brandId;
    }
}
