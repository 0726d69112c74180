package io.parvis.engagement.reward.write.settle;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.reward.write.PointsHistory.booksAfter;
import static io.parvis.engagement.reward.write.Programmes.programme;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.write.PointsHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due by the list, which keeps microseconds and may be worked off late, early or twice. */
class SettleBooksTest {

    private static final Instant EARNED = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant YEAR_END = Instant.parse("2026-12-31T23:00:00Z");
    private static final PointsHistory DUE_AT_YEAR_END = PointsHistory.under(
                    programme(
                            null,
                            new PointsExpiry(PointsExpiry.Mode.FIXED, YEAR_END, null),
                            new TierScheme(
                                    TierScheme.Period.CALENDAR_YEAR,
                                    null,
                                    0,
                                    List.of(new Tier("silver", "Argent", 10)))),
                    EARNED)
            .earned(15, EARNED);
    private static final SettleBooks SETTLE = new SettleBooks(new BrandId("b1"), new FanId("f1"), YEAR_END);

    @Test
    void letsATierFallAndPointsExpireTogether() {
        var recorded = decider(new SettleBooksHandler())
                .given(DUE_AT_YEAR_END.events())
                .at(YEAR_END)
                .when(SETTLE)
                .thenRecorded();

        assertThat(recorded).extracting(Object::getClass).containsExactly(TierLost.class, PointsExpired.class);
    }

    @Test
    void settlesWhatIsDueThoughThisReplicasClockIsBehind() {
        var recorded = decider(new SettleBooksHandler())
                .given(DUE_AT_YEAR_END.events())
                .at(YEAR_END.minusSeconds(60))
                .when(SETTLE)
                .thenRecorded();

        assertThat(recorded).hasSize(2);
    }

    @Test
    void findsNothingToDoASecondTime() {
        decider(new SettleBooksHandler())
                .given(DUE_AT_YEAR_END.settled(YEAR_END).events())
                .at(YEAR_END.plusSeconds(1))
                .when(SETTLE)
                .thenNothing();
    }

    @Test
    void settlesTheBooksThatAnErasedFanLeaves() {
        var recorded = decider(new SettleBooksHandler())
                .given(DUE_AT_YEAR_END.events())
                .and(ERASED)
                .at(YEAR_END)
                .when(SETTLE)
                .thenRecorded();

        assertThat(booksAfter(recorded).earned()).isEqualTo(15);
        assertThat(booksAfter(recorded).expired()).isEqualTo(15);
    }
}
