package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan is forgotten: nobody reads the contact data in the log any more, since its key is destroyed. It is applied again
 * whenever the service starts.
 *
 * @param indexes the entries of the blind index that were the fan's, by ids that mean nothing once they are gone
 */
@Event(namespace = "engagement", name = "FanErased", version = "1")
public record FanErased(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        List<String> indexes) {

    /** Finds all erasures without reading the log; no decision depends on it. */
    public static final String ALL = "erasure";

    @EventTag(key = ALL)
    String kind() {
        return "fan";
    }
}
