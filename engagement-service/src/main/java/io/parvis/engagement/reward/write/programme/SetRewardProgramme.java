package io.parvis.engagement.reward.write.programme;

import io.parvis.engagement.reward.RewardProgramme;

record SetRewardProgramme(String brandId, RewardProgramme programme) {}
