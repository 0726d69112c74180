package io.parvis.proofs;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * 32 bytes: a hash, a salt, a secret. Written as 64 lower-case hex digits and ordered as unsigned bytes. Four longs
 * rather than an array: a million of them are sorted, compared and looked up.
 */
public record Bytes32(long first, long second, long third, long fourth) implements Comparable<Bytes32> {

    public static final int SIZE = 32;

    /** @throws IllegalArgumentException for anything but 64 lower-case hex digits */
    public static Bytes32 parse(String hex) {
        if (hex.length() != 2 * SIZE || !Hex.isLowerCase(hex)) {
            throw new IllegalArgumentException("Not 64 lower-case hex digits");
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /** @throws IllegalArgumentException for any other number of them */
    public static Bytes32 of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("Not 32 bytes but " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new Bytes32(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** A copy. */
    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** The 64 hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int compareTo(Bytes32 other) {
        var order = Long.compareUnsigned(first, other.first);
        order = order != 0 ? order : Long.compareUnsigned(second, other.second);
        order = order != 0 ? order : Long.compareUnsigned(third, other.third);
        return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}
