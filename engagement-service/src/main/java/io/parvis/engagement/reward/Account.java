package io.parvis.engagement.reward;

import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.edge.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** What every decision on a fan's points knows: the fan, the books, and all versions of the programme. */
public record Account(@Nullable String fansBrand, Ledger ledger, List<RewardProgrammeSet> programmes) {

    public static final Account UNKNOWN = new Account(null, Ledger.EMPTY, List.of());

    public static Boundary boundary(String brandId, String fanId) {
        return Boundary.of(
                Criterion.latest(RewardTags.points(brandId, fanId), PointsMoved.class, PointsExpired.class),
                Criterion.tagged(Tag.of("fan", fanId), FanRegistered.class),
                Criterion.tagged(RewardTags.programme(brandId), RewardProgrammeSet.class));
    }

    public Account evolve(Object event) {
        return switch (event) {
            case FanRegistered fan -> new Account(fan.brandId(), ledger, programmes);
            case PointsMoved moved -> new Account(fansBrand, moved.ledger(), programmes);
            case PointsExpired expired -> new Account(fansBrand, expired.ledger(), programmes);
            case RewardProgrammeSet set -> {
                var all = new ArrayList<>(programmes);
                all.add(set);
                yield new Account(fansBrand, ledger, List.copyOf(all));
            }
            default -> this;
        };
    }

    /** @throws NotFound where the brand has no such fan */
    public Account ofBrand(String brandId) {
        if (!brandId.equals(fansBrand)) {
            throw new NotFound("fan");
        }
        return this;
    }

    /** The programme in force at that time. */
    public RewardProgramme programme(Instant at) {
        return programmes.stream()
                .filter(set -> !set.inForceFrom().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(RewardProgrammeSet::programme)
                .orElse(RewardProgramme.NONE);
    }

    /** What expiry does to the books by now: one event, or none. */
    public static List<Object> expiry(String brandId, String fanId, Ledger ledger, Instant now) {
        var settled = ledger.settled(now);
        long points = settled.expired() - ledger.expired();
        return points == 0 ? List.of() : List.of(new PointsExpired(brandId, fanId, points, settled));
    }
}
