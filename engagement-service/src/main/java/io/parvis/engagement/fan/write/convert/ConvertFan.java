package io.parvis.engagement.fan.write.convert;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param becameCustomerAt null for now */
record ConvertFan(FanId fanId, BrandId brandId, @Nullable Instant becameCustomerAt) {}
