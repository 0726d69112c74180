package io.parvis.engagement.reward.write.expire;

import io.parvis.engagement.reward.Account;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@Singleton
class ExpirePointsHandler implements Decider<ExpirePoints, Account> {

    @Override
    public Boundary boundary(ExpirePoints command) {
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

    /** The due time has come, whatever this replica's clock says; the list keeps it in microseconds only. */
    @Override
    public List<Object> decide(ExpirePoints command, Account account, Instant now) {
        var due = command.dueAt().plus(1, ChronoUnit.MICROS);
        return Account.expiry(command.brandId(), command.fanId(), account.ledger(), now.isBefore(due) ? due : now);
    }
}
