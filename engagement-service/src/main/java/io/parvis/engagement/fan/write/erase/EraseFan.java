package io.parvis.engagement.fan.write.erase;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import org.jspecify.annotations.Nullable;

/** @param onlyOf the writer whose fan it must be; null for any */
public record EraseFan(
        FanId fanId, BrandId brandId, @Nullable String onlyOf) {}
