package io.parvis.engagement.fan.write.convert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param becameCustomerAt null for now */
record ConvertFan(String fanId, String brandId, @Nullable Instant becameCustomerAt) {}
