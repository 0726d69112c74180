package io.parvis.engagement.reward;

import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.ResourceType;

/** Which events make another version of what. */
public final class RewardVersions {

    /** A brand's programme, in the version in force. */
    public static final ResourceType PROGRAMMES = ResourceType.tagged(RewardTags.PROGRAMME, RewardProgrammeSet.class);

    private RewardVersions() {}
}
