package io.parvis.engagement.reward.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;

/** What changes a fan's books; the newest says all that a decision needs. */
public sealed interface PointsEvent permits PointsMoved, PointsExpired, TierReached, TierKept, TierLost {

    /** Of these classes is the boundary of a fan's points. */
    static Class<?>[] classes() {
        return PointsEvent.class.getPermittedSubclasses();
    }

    BrandId brandId();

    FanId fanId();

    /** What stands in the books with it. */
    Ledger ledger();
}
