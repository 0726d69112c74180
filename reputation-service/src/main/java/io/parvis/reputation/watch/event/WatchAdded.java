package io.parvis.reputation.watch.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.WatchId;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A query is kept.
 *
 * @param all words and phrases that must all be there
 * @param any of which one must be there
 * @param none of which none may be there
 */
@Event(namespace = "reputation", name = "WatchAdded", version = "1")
public record WatchAdded(
        @EventTag(key = "watch") WatchId watchId,
        @EventTag(key = "brand") BrandId brandId,
        String name,
        Subject subject,
        List<String> all,
        List<String> any,
        List<String> none) {}
