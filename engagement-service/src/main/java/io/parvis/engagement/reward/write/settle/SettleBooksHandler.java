package io.parvis.engagement.reward.write.settle;

import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Settlement;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@Singleton
class SettleBooksHandler implements Decider<SettleBooks, Account> {

    @Override
    public Boundary boundary(SettleBooks command) {
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
    public List<?> decide(SettleBooks command, Account account, Instant now) {
        var due = command.dueAt().plus(1, ChronoUnit.MICROS);
        var at = now.isBefore(due) ? due : now;
        return Settlement.of(command.brandId(), command.fanId(), account.ledger(), account.programme(at), at)
                .events();
    }
}
