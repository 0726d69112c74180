package io.parvis.engagement.referral.write.convert;

public record ConvertReferral(String fanId, String brandId) {}
