package io.parvis.edge.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money. Both are null until somebody refused that. */
public interface Amount {

    @Nullable
    BigDecimal amount();

    /** ISO 4217. */
    @Nullable
    String currency();
}
