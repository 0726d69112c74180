package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fan is reached or called otherwise now. Which fields, anybody may know who reads the log; what they are, nobody
 * without the fan's key.
 *
 * @param changed the fields that have another content now, encrypted under the fan's key
 * @param removed those that have none any more
 * @param emailIndex stands for the new mailbox; null where it is the same or there is none
 * @param releasedIndexes entries of the blind index that somebody else may have now
 */
@Event(namespace = "engagement", name = "FanContactChanged", version = "1")
public record FanContactChanged(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        SealedContact changed,
        List<ContactField> removed,
        @Nullable @EventTag(key = FanRegistered.EMAIL) String emailIndex,
        List<String> releasedIndexes) {

    /** Found together with the erasures, which it is one of in small. */
    @EventTag(key = FanErased.ALL)
    @Nullable
    String kind() {
        return releasedIndexes.isEmpty() ? null : "index";
    }
}
