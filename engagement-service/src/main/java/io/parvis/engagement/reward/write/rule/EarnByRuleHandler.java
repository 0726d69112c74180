package io.parvis.engagement.reward.write.rule;

import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Operation;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
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
        var recorded = account.ledger();
        var programme = account.programme(command.at());
        var settled = recorded.settled(now);
        long points =
                Math.min(programme.pointsFor(command.kind(), command.campaignId()), programme.earnable(settled, now));
        if (points == 0) {
            return List.of();
        }
        var events = new ArrayList<>(Account.expiry(command.brandId(), command.fanId(), recorded, now));
        var earned = programme.earn(settled, points, now);
        events.add(new PointsMoved(
                command.entryId(),
                command.brandId(),
                command.fanId(),
                Operation.EARN,
                points,
                null,
                null,
                command.campaignId(),
                earned));
        events.addAll(Account.expiry(command.brandId(), command.fanId(), earned, now));
        return List.copyOf(events);
    }
}
