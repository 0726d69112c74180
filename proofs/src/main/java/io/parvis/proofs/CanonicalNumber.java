package io.parvis.proofs;

import java.math.BigDecimal;
import java.math.MathContext;

/** A double as ECMAScript's Number::toString writes it, which is what RFC 8785 asks for. */
final class CanonicalNumber {

    /** From this exponent on, and below the other, ECMAScript writes one. */
    private static final int MAX_PLAIN = 21;

    private static final int MIN_PLAIN = -6;

    private CanonicalNumber() {}

    /** @throws IllegalArgumentException for what is not finite */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (value == 0) {
            return "0";
        }
        return (value < 0 ? "-" : "") + positive(shortest(Math.abs(value)));
    }

    /** The JDK's digits are the shortest, except that it never gives less than two. */
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value));
        var one = digits.round(new MathContext(1));
        return (one.doubleValue() == value ? one : digits).stripTrailingZeros();
    }

    private static String positive(BigDecimal value) {
        var digits = value.unscaledValue().toString();
        var count = digits.length();
        var point = count - value.scale();
        if (count <= point && point <= MAX_PLAIN) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= MAX_PLAIN) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (MIN_PLAIN < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        var exponent = point - 1;
        var mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
