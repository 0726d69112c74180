package io.parvis.engagement.reward;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.event.PointsEvent;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What every decision on a fan's points knows: the brand, the fan, the books, and all versions of the programme. */
public record Account(BrandLife brand, FanLife fan, Ledger ledger, List<RewardProgrammeSet> programmes) {

    public static final Account UNKNOWN = new Account(BrandLife.UNKNOWN, FanLife.UNKNOWN, Ledger.EMPTY, List.of());

    public static Boundary boundary(BrandId brandId, FanId fanId) {
        return Boundary.reading(
                Criterion.latest(RewardTags.points(brandId, fanId), PointsEvent.classes()),
                BrandGuard.life(brandId),
                FanGuard.life(fanId),
                Criterion.tagged(RewardTags.programme(brandId), RewardProgrammeSet.class));
    }

    public Account evolve(Object event) {
        return switch (event) {
            case PointsEvent points -> new Account(brand, fan, points.ledger(), programmes);
            case RewardProgrammeSet set -> {
                var all = new ArrayList<>(programmes);
                all.add(set);
                yield new Account(brand, fan, ledger, List.copyOf(all));
            }
            case BrandRegistered registered -> new Account(brand.evolve(registered), fan, ledger, programmes);
            case BrandArchived archived -> new Account(brand.evolve(archived), fan, ledger, programmes);
            default -> new Account(brand, fan.evolve(event), ledger, programmes);
        };
    }

    /** @throws NotFound where the brand has no such fan, or no longer: an erased fan's books stay as they are */
    public void mustBeOf(BrandId brandId) {
        FanGuard.mustBeFanOf(brandId, fan);
    }

    /** Whether the fan earns anything by itself: neither an erased fan does nor one of an archived brand. */
    public boolean earns(BrandId brandId) {
        return brand == BrandLife.ACTIVE && brandId.equals(fan.brandId()) && !fan.erased();
    }

    /** The programme in force at that time. */
    public RewardProgramme programme(Instant at) {
        return RewardProgrammeSet.inForce(programmes, at);
    }
}
