package io.parvis.engagement.reward.write.expire;

import java.time.Instant;

record ExpirePoints(String brandId, String fanId, Instant dueAt) {}
