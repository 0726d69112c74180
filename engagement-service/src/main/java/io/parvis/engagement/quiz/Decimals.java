package io.parvis.engagement.quiz;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How numbers of a quiz are written. */
final class Decimals {

    private Decimals() {}

    /** 10 and never 1E+1, which is the same number, is told differently, and is not equal to it in Java. */
    static <N extends @Nullable BigDecimal> N plain(N number) {
        if (number == null || number.scale() >= 0) {
            return number;
        }
        @SuppressWarnings("unchecked")
        var plain = (N) number.setScale(0);
        return plain;
    }
}
