package io.parvis.engagement.fan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import org.jspecify.annotations.Nullable;

/**
 * As much of a fan as a decision asks for.
 *
 * @param brandId null where nobody was ever registered under the id
 * @param country ISO 3166-1 alpha-2, as it is now
 */
public record FanLife(@Nullable BrandId brandId, String country, boolean erased) {

    /** Before anything happened. */
    public static final FanLife UNKNOWN = new FanLife(null, "", false);

    /** Events that do not concern it are passed over. */
    public FanLife evolve(Object event) {
        return switch (event) {
            case FanRegistered fan -> new FanLife(fan.brandId(), fan.country(), erased);
            case FanCountryChanged moved -> new FanLife(brandId, moved.country(), erased);
            case FanErased gone -> new FanLife(brandId, country, true);
            default -> this;
        };
    }
}
