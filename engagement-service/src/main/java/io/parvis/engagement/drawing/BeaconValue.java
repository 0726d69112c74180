package io.parvis.engagement.drawing;

import io.parvis.proofs.Hex;
import java.util.HexFormat;

/**
 * What the beacon said.
 *
 * @param value lower-case hex of 1 to 128 bytes: for drand, the round's {@code randomness}
 */
public record BeaconValue(long round, String value) {

    private static final int MAX_DIGITS = 256;

    /** @throws IllegalArgumentException for any other spelling of a value: whoever may choose one may choose winners */
    public BeaconValue {
        if (value.isEmpty() || value.length() > MAX_DIGITS || value.length() % 2 != 0 || !Hex.isLowerCase(value)) {
            throw new IllegalArgumentException("A beacon's value is lower-case hex of 1 to 128 bytes");
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }
}
