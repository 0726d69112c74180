package io.parvis.engagement.referral.write.convert;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;

public record ConvertReferral(FanId fanId, BrandId brandId) {}
