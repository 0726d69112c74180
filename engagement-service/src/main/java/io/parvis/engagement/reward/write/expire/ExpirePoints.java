package io.parvis.engagement.reward.write.expire;

record ExpirePoints(String brandId, String fanId) {}
