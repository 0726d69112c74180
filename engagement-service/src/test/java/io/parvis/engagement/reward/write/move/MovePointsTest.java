package io.parvis.engagement.reward.write.move;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.reward.write.PointsHistory.booksAfter;
import static io.parvis.engagement.reward.write.Programmes.cap;
import static io.parvis.engagement.reward.write.Programmes.rollingExpiry;
import static io.parvis.engagement.reward.write.move.Moves.burn;
import static io.parvis.engagement.reward.write.move.Moves.earn;
import static io.parvis.engagement.reward.write.move.Moves.release;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.write.PointsHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovePointsTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final PointsReservationId POINTS_RESERVATION = new PointsReservationId("r1");

    private static final Instant START = Instant.parse("2026-03-20T10:00:00Z");
    private static final PointsHistory EARNED = PointsHistory.ofNothing().earned(100, START);
    private static final PointsHistory RESERVED = EARNED.reserved(POINTS_RESERVATION, 60, START);
    private static final PointsHistory EXPIRING =
            PointsHistory.under(rollingExpiry(2), START.minusSeconds(1)).earned(100, START);
    private static final PointsHistory CAPPED = PointsHistory.under(
                    cap(100, PointsCap.Period.DAY), START.minusSeconds(1))
            .earned(100, START);

    @Test
    void burnsNoMoreThanThereIs() {
        decider(new MovePointsHandler())
                .given(EARNED.events())
                .at(START)
                .when(burn(101))
                .thenRefused(InsufficientPoints.class);
    }

    @Test
    void refusesToBurnWhatIsDueThoughNobodyExpiredItYet() {
        decider(new MovePointsHandler())
                .given(EXPIRING.events())
                .at(Instant.parse("2026-03-22T23:00:00Z"))
                .when(burn(1))
                .thenRefused(InsufficientPoints.class);
    }

    @Test
    void burnsToTheEndOfTheLastDayInTheProgrammesZone() {
        var recorded = decider(new MovePointsHandler())
                .given(EXPIRING.events())
                .at(Instant.parse("2026-03-22T22:59:59Z"))
                .when(burn(100))
                .thenRecorded();

        assertThat(booksAfter(recorded).burned()).isEqualTo(100);
    }

    @Test
    void expiresAtReleaseWhatBecameDueInTheReservation() {
        var recorded = decider(new MovePointsHandler())
                .given(EXPIRING.reserved(POINTS_RESERVATION, 60, START).events())
                .at(START.plus(Duration.ofDays(5)))
                .when(release(POINTS_RESERVATION))
                .thenRecorded();

        assertThat(booksAfter(recorded).expired()).isEqualTo(100);
        assertThat(booksAfter(recorded).lots()).isEmpty();
    }

    @Test
    void burnsAReservationOnce() {
        decider(new MovePointsHandler())
                .given(RESERVED.burned(POINTS_RESERVATION, START).events())
                .at(START)
                .when(burn(POINTS_RESERVATION))
                .thenRefused(ReservationNotOpen.class);
    }

    @Test
    void capsWhatIsEarnedInACalendarDayOfTheProgrammesZone() {
        decider(new MovePointsHandler())
                .given(CAPPED.events())
                .at(Instant.parse("2026-03-20T22:59:59Z"))
                .when(earn(1))
                .thenRefused(CapReached.class);
    }

    @Test
    void earnsAgainWithTheNextCalendarDayOfTheProgrammesZone() {
        var recorded = decider(new MovePointsHandler())
                .given(CAPPED.events())
                .at(Instant.parse("2026-03-20T23:00:00Z"))
                .when(earn(1))
                .thenRecorded();

        assertThat(booksAfter(recorded).earned()).isEqualTo(101);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        decider(new MovePointsHandler())
                .given(brand(), new FanRegistered(new FanId("f1"), new BrandId("b2"), null, "FR", List.of()))
                .at(START)
                .when(earn(1))
                .thenRefused(NotFound.class);
    }

    @Test
    void movesNothingOfAnErasedFan() {
        decider(new MovePointsHandler())
                .given(EARNED.events())
                .and(ERASED)
                .at(START)
                .when(burn(1))
                .thenRefused(NotFound.class);
    }

    @Test
    void beginsNothingForAnArchivedBrand() {
        decider(new MovePointsHandler())
                .given(RESERVED.events())
                .and(new BrandArchived(BRAND))
                .at(START)
                .when(burn(1))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void endsWhatAnArchivedBrandBegan() {
        var recorded = decider(new MovePointsHandler())
                .given(RESERVED.events())
                .and(new BrandArchived(BRAND))
                .at(START)
                .when(burn(POINTS_RESERVATION))
                .thenRecorded();

        assertThat(booksAfter(recorded).burned()).isEqualTo(60);
    }
}
