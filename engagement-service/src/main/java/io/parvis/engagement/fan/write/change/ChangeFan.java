package io.parvis.engagement.fan.write.change;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.personal.FanVault.Prepared;
import io.parvis.engagement.id.FanId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param onlyOf the writer whose fan it must be; null for any
 * @param country null where it stays
 * @param prepared the fields that change
 */
record ChangeFan(
        FanId fanId,
        BrandId brandId,
        @Nullable String onlyOf,
        @Nullable String country,
        Prepared prepared,
        Set<ContactField> removed) {}
