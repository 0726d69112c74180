package io.parvis.engagement.reward.write.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Operation;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Settlement;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Given what happened, when points move, then. No container: the decision is pure. */
class MovePointsTest {

    private static final Instant START = Instant.parse("2026-03-20T10:00:00Z");

    private static final TierScheme TIERS = new TierScheme(
            TierScheme.Period.ROLLING,
            1,
            10,
            List.of(
                    new Tier("bronze", "Bronze", 100),
                    new Tier("silver", "Argent", 12_000),
                    new Tier("gold", "Or", 30_000)));

    private final MovePointsHandler handler = new MovePointsHandler();
    private Account account = fanOf("b1");
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

        assertThat(account.ledger().expired()).isEqualTo(100);
        assertThat(account.ledger().lots()).isEmpty();
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
        account = fanOf("b2");

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
        account = account.evolve(new BrandArchived(new BrandId("b1")));

        assertThatThrownBy(() -> move(Operation.BURN, 1, null, START)).isInstanceOf(BrandIsArchived.class);
        move(Operation.BURN, 0, reservationId, START);

        assertThat(account.ledger().burned()).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(PointsExpiry.Mode.class)
    void keepsTheBooksBalancedOverTenThousandOperations(PointsExpiry.Mode mode) {
        long expired = 0;
        for (int seed = 0; seed < 20; seed++) {
            expired += expiredWithBalancedBooks(mode, seed);
        }
        assertThat(expired).isPositive();
    }

    private long expiredWithBalancedBooks(PointsExpiry.Mode mode, int seed) {
        account = fanOf("b1");
        programme(
                new PointsCap(5_000, PointsCap.Period.WEEK),
                mode == PointsExpiry.Mode.FIXED
                        ? new PointsExpiry(mode, START.plus(Duration.ofDays(300)), null)
                        : new PointsExpiry(mode, null, 3));
        var random = new Random(20_260_704L + 100L * mode.ordinal() + seed);
        var now = START;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(120)));
            try {
                randomly(random, now);
            } catch (Refusal rule) {
                refused++;
            }
            assertBalanced(account.ledger(), "seed %d, operation %d".formatted(seed, i));
            assertRankedRightly(now);
        }
        assertThat(refused).isBetween(1, 9_000);
        return account.ledger().expired();
    }

    /** Compared first, since asserting is slow: there are 600,000 of them. */
    private static void assertBalanced(Ledger books, String when) {
        boolean adds = books.burned() + books.reserved() + books.expired() + books.balance() == books.earned();
        boolean sound = adds && books.balance() >= 0 && books.lots().size() < 100;
        if (!sound || books.lots().stream().anyMatch(lot -> lot.points() <= 0)) {
            fail(when + ": " + books);
        }
    }

    /** A tier is held by its points, or else in grace; who has none has not the points of the first. */
    private void assertRankedRightly(Instant now) {
        var programme = account.programme(now);
        var scheme = Objects.requireNonNull(programme.tiers());
        var standing = Settlement.of("b1", "f1", account.ledger(), programme, now)
                .ledger()
                .standing();
        long points = scheme.qualifying(standing, now, programme.zone());
        var held = standing.tier();
        var level = held == null ? null : scheme.level(held.code());
        boolean deserved = level == null
                ? points < TIERS.levels().getFirst().from()
                : level.from() <= points
                        || Objects.requireNonNull(held.keepsUntil()).isAfter(now);
        if (!deserved) {
            fail(now + ": " + standing);
        }
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

    private static Account fanOf(String brandId) {
        return Account.UNKNOWN
                .evolve(new BrandRegistered(new BrandId("b1"), "b1", "Vélo Club", "Europe/Paris", List.of("fr"), null))
                .evolve(new FanRegistered("f1", brandId, null, "FR", List.of()));
    }

    private void programme(@Nullable PointsCap cap, @Nullable PointsExpiry expiry) {
        account = account.evolve(new RewardProgrammeSet(
                "b1", 1, new RewardProgramme("Europe/Paris", List.of(), cap, expiry, TIERS), START.minusSeconds(1)));
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
