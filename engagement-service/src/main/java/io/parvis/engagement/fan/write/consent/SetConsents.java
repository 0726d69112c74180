package io.parvis.engagement.fan.write.consent;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param onlyOf the writer whose fan it must be; null for any */
record SetConsents(FanId fanId, BrandId brandId, @Nullable String onlyOf, List<Consent> consents) {}
