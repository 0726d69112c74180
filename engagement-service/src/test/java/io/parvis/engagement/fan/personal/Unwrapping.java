package io.parvis.engagement.fan.personal;

import java.util.Base64;

/** A fan's key as it is in memory only. */
public final class Unwrapping {

    private Unwrapping() {}

    public static byte[] key(String wrappingKey, byte[] wrapped, String fanId) {
        return Sealing.open(Base64.getDecoder().decode(wrappingKey), wrapped, "fan key", fanId);
    }
}
