package io.parvis.engagement.fan.read;

import java.time.Instant;
import java.util.List;

/** @param consents the purposes that the fan agreed to */
record Fan(String fanId, String country, List<String> consents, Instant registeredAt) {}
