package io.parvis.engagement.reward.read;

import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "reward_programme")
class RewardProgrammeView extends VersionedView {

    @Id
    String brandId;

    String programme;
    int number;

    protected RewardProgrammeView() {}

    RewardProgrammeView(String brandId) {
        this.brandId = brandId;
    }
}
