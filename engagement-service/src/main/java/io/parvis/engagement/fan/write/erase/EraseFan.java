package io.parvis.engagement.fan.write.erase;

import org.jspecify.annotations.Nullable;

/** @param onlyOf the writer whose fan it must be; null for any */
public record EraseFan(
        String fanId, String brandId, @Nullable String onlyOf) {}
