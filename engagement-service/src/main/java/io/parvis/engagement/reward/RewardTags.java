package io.parvis.engagement.reward;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which rewards are decided. */
public final class RewardTags {

    public static final String POINTS = "points";
    public static final String PROGRAMME = "reward-programme";

    /** The kind under which books to be settled stand in the list of what is due: points expire, a grace ends. */
    public static final String DUE = "engagement.points-expire";

    private RewardTags() {}

    /** One fan's ledger with one brand. */
    public static Tag points(BrandId brandId, FanId fanId) {
        return Tag.of(POINTS, owner(brandId, fanId));
    }

    /** The versions of a brand's programme. */
    public static Tag programme(BrandId brandId) {
        return Tag.of(PROGRAMME, brandId.value());
    }

    public static String owner(BrandId brandId, FanId fanId) {
        return brandId + "/" + fanId;
    }
}
