package io.parvis.engagement.reward.write.settle;

import java.time.Instant;

record SettleBooks(String brandId, String fanId, Instant dueAt) {}
