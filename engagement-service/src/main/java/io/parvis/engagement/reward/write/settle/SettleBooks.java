package io.parvis.engagement.reward.write.settle;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;

record SettleBooks(BrandId brandId, FanId fanId, Instant dueAt) {}
