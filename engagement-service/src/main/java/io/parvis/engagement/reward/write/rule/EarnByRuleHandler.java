package io.parvis.engagement.reward.write.rule;

import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.Settlement;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Where the cap leaves less than the rule gives, the fan gets what it leaves: nobody is there to be refused. */
@Singleton
class EarnByRuleHandler implements Decider<EarnByRule, Account> {

    @Override
    public Boundary boundary(EarnByRule command) {
        return Account.boundary(command.brandId(), command.fanId());
    }

    @Override
    public Account initial() {
        return Account.UNKNOWN;
    }

    @Override
    public Account evolve(Account account, Object event) {
        return account.evolve(event);
    }

    @Override
    public List<Object> decide(EarnByRule command, Account account, Instant now) {
        if (!account.earns(command.brandId())) {
            return List.of();
        }
        var inForce = account.programme(now);
        var before = Settlement.of(command.brandId(), command.fanId(), account.ledger(), inForce, now);
        var programme = account.programme(command.at());
        long points = Math.min(
                programme.pointsFor(command.kind(), command.campaignId()), programme.earnable(before.ledger(), now));
        if (points == 0) {
            return List.of();
        }
        var moved = new PointsMoved(
                command.entryId(),
                command.brandId(),
                command.fanId(),
                PointsOperation.EARN,
                points,
                null,
                null,
                command.campaignId() == null ? null : command.campaignId().value(),
                inForce.ranked(programme.earn(before.ledger(), points, now), now));
        return before.followedBy(moved, inForce, now);
    }
}
