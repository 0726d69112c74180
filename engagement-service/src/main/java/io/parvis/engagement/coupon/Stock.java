package io.parvis.engagement.coupon;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How many codes a pool has, and which numbers are taken. Numbers count from 0 in the order of import.
 *
 * @param reserved of the imported ones
 * @param redeemed of the imported ones
 * @param taken a bit per number, deflated and in base64: short where codes go in order, and {@link #MOST} bits at worst
 */
public record Stock(int imported, int reserved, int redeemed, String taken) {

    /** What one pool may hold, so that an event that carries its stock has 8 KB at worst. */
    public static final int MOST = 50_000;

    public static final Stock EMPTY = new Stock(0, 0, 0, "");

    /** How many codes can be reserved. */
    public int free() {
        return imported - reserved - redeemed;
    }

    /** Codes that nobody has seen go first; those that were given back, when there are no others. */
    public OptionalInt next() {
        if (free() == 0) {
            return OptionalInt.empty();
        }
        var bits = bits();
        return OptionalInt.of(bits.length() < imported ? bits.length() : bits.nextClearBit(0));
    }

    public Stock add(int codes) {
        return new Stock(imported + codes, reserved, redeemed, taken);
    }

    /** The number must be free. */
    public Stock reserve(int number) {
        return new Stock(imported, reserved + 1, redeemed, with(number, true));
    }

    /** The number must be reserved. */
    public Stock giveBack(int number) {
        return new Stock(imported, reserved - 1, redeemed, with(number, false));
    }

    /** @param wasReserved otherwise the number must be free */
    public Stock redeem(int number, boolean wasReserved) {
        return wasReserved
                ? new Stock(imported, reserved - 1, redeemed + 1, taken)
                : new Stock(imported, reserved, redeemed + 1, with(number, true));
    }

    private String with(int number, boolean isTaken) {
        var bits = bits();
        bits.set(number, isTaken);
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bits.toByteArray());
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private BitSet bits() {
        if (taken.isEmpty()) {
            return new BitSet();
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getDecoder().decode(taken));
            var bytes = new byte[MOST / Byte.SIZE + 1];
            inflater.inflate(bytes);
            return BitSet.valueOf(bytes);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("A pool's stock cannot be read", broken);
        } finally {
            inflater.end();
        }
    }
}
