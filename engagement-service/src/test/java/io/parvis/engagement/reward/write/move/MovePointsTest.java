package io.parvis.engagement.reward.write.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.engagement.brand.BrandIsArchived;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Operation;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.edge.NotFound;
import io.parvis.eventing.edge.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Given what happened, when points move, then. No container: the decision is pure. */
class MovePointsTest {

    private static final Instant START = Instant.parse("2026-03-20T10:00:00Z");

    private final MovePointsHandler handler = new MovePointsHandler();
    private Account account = Account.UNKNOWN
            .evolve(new BrandRegistered("b1", "b1", "Vélo Club", "Europe/Paris", List.of("fr"), null))
            .evolve(new FanRegistered("f1", "b1", null, "FR", List.of()));
    private int entries;

    @Test
    void burnsNoMoreThanThereIs() {
        move(Operation.EARN, 100, null, START);

        assertThatThrownBy(() -> move(Operation.BURN, 101, null, START)).isInstanceOf(InsufficientPoints.class);
    }

    @Test
    void refusesToBurnWhatIsDueThoughNobodyExpiredItYet() {
        programme(null, new PointsExpiry(PointsExpiry.Mode.ROLLING, null, 2));
        move(Operation.EARN, 100, null, START);

        assertThatThrownBy(() -> move(Operation.BURN, 1, null, Instant.parse("2026-03-22T23:00:00Z")))
                .isInstanceOf(InsufficientPoints.class);
    }

    @Test
    void burnsToTheEndOfTheLastDayInTheProgrammesZone() {
        programme(null, new PointsExpiry(PointsExpiry.Mode.ROLLING, null, 2));
        move(Operation.EARN, 100, null, START);

        move(Operation.BURN, 100, null, Instant.parse("2026-03-22T22:59:59Z"));

        assertThat(account.ledger().burned()).isEqualTo(100);
    }

    @Test
    void expiresAtReleaseWhatBecameDueInTheReservation() {
        programme(null, new PointsExpiry(PointsExpiry.Mode.ROLLING, null, 2));
        move(Operation.EARN, 100, null, START);
        var reservationId = move(Operation.RESERVE, 60, null, START);

        move(Operation.RELEASE, 0, reservationId, START.plus(Duration.ofDays(5)));

        assertThat(account.ledger()).isEqualTo(new Ledger(100, 0, 100, List.of(), List.of(), null));
    }

    @Test
    void burnsAReservationOnce() {
        move(Operation.EARN, 100, null, START);
        var reservationId = move(Operation.RESERVE, 60, null, START);
        move(Operation.BURN, 0, reservationId, START);

        assertThatThrownBy(() -> move(Operation.BURN, 0, reservationId, START)).isInstanceOf(ReservationNotOpen.class);
    }

    @Test
    void capsWhatIsEarnedInACalendarDayOfTheProgrammesZone() {
        programme(new PointsCap(100, PointsCap.Period.DAY), null);
        move(Operation.EARN, 100, null, START);

        assertThatThrownBy(() -> move(Operation.EARN, 1, null, Instant.parse("2026-03-20T22:59:59Z")))
                .isInstanceOf(CapReached.class);
        move(Operation.EARN, 1, null, Instant.parse("2026-03-20T23:00:00Z"));
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        account = Account.UNKNOWN.evolve(new FanRegistered("f1", "b2", null, "FR", List.of()));

        assertThatThrownBy(() -> move(Operation.EARN, 1, null, START)).isInstanceOf(NotFound.class);
    }

    @Test
    void movesNothingOfAnErasedFanAndLeavesTheBooks() {
        move(Operation.EARN, 100, null, START);
        account = account.evolve(new FanErased("f1", "b1", List.of()));

        assertThatThrownBy(() -> move(Operation.BURN, 1, null, START)).isInstanceOf(NotFound.class);
        assertThat(account.ledger().balance()).isEqualTo(100);
    }

    @Test
    void endsWhatAnArchivedBrandBeganAndBeginsNothing() {
        move(Operation.EARN, 100, null, START);
        var reservationId = move(Operation.RESERVE, 60, null, START);
        account = account.evolve(new BrandArchived("b1"));

        assertThatThrownBy(() -> move(Operation.BURN, 1, null, START)).isInstanceOf(BrandIsArchived.class);
        move(Operation.BURN, 0, reservationId, START);

        assertThat(account.ledger().burned()).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(PointsExpiry.Mode.class)
    void keepsTheBooksBalancedOverTenThousandOperations(PointsExpiry.Mode mode) {
        programme(
                new PointsCap(5_000, PointsCap.Period.WEEK),
                mode == PointsExpiry.Mode.FIXED
                        ? new PointsExpiry(mode, START.plus(Duration.ofDays(300)), null)
                        : new PointsExpiry(mode, null, 3));
        var random = new Random(20_260_704L + mode.ordinal());
        var now = START;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(120)));
            try {
                randomly(random, now);
            } catch (Refusal rule) {
                refused++;
            }
            var books = account.ledger();
            assertThat(books.burned() + books.reserved() + books.expired() + books.balance())
                    .isEqualTo(books.earned());
            assertThat(books.balance()).isNotNegative();
            assertThat(books.lots()).allMatch(lot -> lot.points() > 0).hasSizeLessThan(100);
        }
        assertThat(refused).isBetween(1, 9_000);
        assertThat(account.ledger().expired()).isPositive();
    }

    private void randomly(Random random, Instant now) {
        var operation = Operation.values()[random.nextInt(Operation.values().length)];
        var open = account.ledger().reservations();
        boolean held = operation == Operation.RELEASE || operation == Operation.BURN && random.nextBoolean();
        if (held) {
            var id = open.isEmpty()
                    ? "none"
                    : open.get(random.nextInt(open.size())).reservationId();
            move(operation, 0, id, now);
        } else {
            long points = 1 + random.nextInt(300);
            move(operation, operation == Operation.ADJUST && random.nextBoolean() ? -points : points, null, now);
        }
    }

    private void programme(@Nullable PointsCap cap, @Nullable PointsExpiry expiry) {
        account = account.evolve(new RewardProgrammeSet(
                "b1", 1, new RewardProgramme("Europe/Paris", List.of(), cap, expiry), START.minusSeconds(1)));
    }

    private String move(Operation operation, long points, @Nullable String reservationId, Instant now) {
        var entryId = "e" + entries++;
        var command = new MovePoints(entryId, "b1", "f1", operation, points, reservationId, "why", null);
        for (var event : handler.decide(command, account, now)) {
            account = account.evolve(event);
        }
        return entryId;
    }
}
