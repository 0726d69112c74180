package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.RewardTags;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A brand said anew what it rewards, from that time on. */
@Event(namespace = "engagement", name = "RewardProgrammeSet", version = "2")
public record RewardProgrammeSet(
        @EventTag(key = RewardTags.PROGRAMME) BrandId brandId,
        int programmeVersion,
        RewardProgramme programme,
        Instant inForceFrom) {

    /** The programme that held at that time; {@link RewardProgramme#NONE} before the first. */
    public static RewardProgramme inForce(List<RewardProgrammeSet> versions, Instant at) {
        return versions.stream()
                .filter(set -> !set.inForceFrom().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(RewardProgrammeSet::programme)
                .orElse(RewardProgramme.NONE);
    }
}
