package io.parvis.engagement.reward.write.programme;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.reward.RewardProgramme;

record SetRewardProgramme(BrandId brandId, RewardProgramme programme) {}
