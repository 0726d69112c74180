package io.parvis.engagement.reward.write.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Lot;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.engagement.reward.event.TierLost;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due by the list, which keeps microseconds and may be worked off late, early or twice. */
class SettleBooksTest {

    private static final Instant EARNED = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant YEAR_END = Instant.parse("2026-12-31T23:00:00Z");

    private final SettleBooksHandler handler = new SettleBooksHandler();

    @Test
    void letsATierFallAndPointsExpireTogether() {
        assertThat(handler.decide(due(), account(), YEAR_END))
                .extracting(Object::getClass)
                .containsExactly(TierLost.class, PointsExpired.class);
    }

    @Test
    void settlesWhatIsDueThoughThisReplicasClockIsBehind() {
        assertThat(handler.decide(due(), account(), YEAR_END.minusSeconds(60))).hasSize(2);
    }

    @Test
    void findsNothingToDoASecondTime() {
        var account = account();
        for (var event : handler.decide(due(), account, YEAR_END)) {
            account = account.evolve(event);
        }

        assertThat(handler.decide(due(), account, YEAR_END.plusSeconds(1))).isEmpty();
    }

    private static SettleBooks due() {
        return new SettleBooks("b1", "f1", YEAR_END);
    }

    private static Account account() {
        var scheme =
                new TierScheme(TierScheme.Period.CALENDAR_YEAR, null, 0, List.of(new Tier("silver", "Argent", 10)));
        var programme = new RewardProgramme("Europe/Paris", List.of(), null, null, scheme);
        var ledger =
                programme.ranked(programme.earn(Ledger.EMPTY, 10, EARNED).credit(new Lot(5, YEAR_END, null)), EARNED);
        return Account.UNKNOWN
                .evolve(new RewardProgrammeSet("b1", 1, programme, EARNED))
                .evolve(new PointsMoved(
                        "p1", "b1", "f1", io.parvis.engagement.reward.Operation.EARN, 15, null, null, null, ledger));
    }
}
