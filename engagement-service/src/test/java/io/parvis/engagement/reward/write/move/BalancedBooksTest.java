package io.parvis.engagement.reward.write.move;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.reward.write.PointsHistory.booksAfter;
import static io.parvis.engagement.reward.write.Programmes.programme;
import static io.parvis.engagement.reward.write.move.Moves.move;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions in a row, each given what those before it recorded: whatever happens, the books add up. */
class BalancedBooksTest {

    private static final BrandId BRAND = new BrandId("b1");

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
    private List<Object> given = List.of();
    private List<?> newest = List.of();
    private int entries;

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
        var programme = programme(
                new PointsCap(5_000, PointsCap.Period.WEEK),
                mode == PointsExpiry.Mode.FIXED
                        ? new PointsExpiry(mode, START.plus(Duration.ofDays(300)), null)
                        : new PointsExpiry(mode, null, 3),
                TIERS);
        given = List.of(brand(), fan(), new RewardProgrammeSet(BRAND, 1, programme, START.minusSeconds(1)));
        newest = List.of();
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
            assertBalanced(books(), "seed %d, operation %d".formatted(seed, i));
            assertRankedRightly(programme, now);
        }
        assertThat(refused).isBetween(1, 9_000);
        return books().expired();
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
    private void assertRankedRightly(RewardProgramme programme, Instant now) {
        var scheme = Objects.requireNonNull(programme.tiers());
        var standing = Settlement.of(BRAND, new FanId("f1"), books(), programme, now)
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
        var operation = PointsOperation.values()[random.nextInt(PointsOperation.values().length)];
        var open = books().reservations();
        boolean held =
                operation == PointsOperation.RELEASE || operation == PointsOperation.BURN && random.nextBoolean();
        if (held) {
            var id = open.isEmpty()
                    ? new PointsReservationId("none")
                    : open.get(random.nextInt(open.size())).reservationId();
            decide(move(new PointsEntryId("e" + entries++), operation, 0, id), now);
        } else {
            long points = 1 + random.nextInt(300);
            boolean less = operation == PointsOperation.ADJUST && random.nextBoolean();
            decide(move(new PointsEntryId("e" + entries++), operation, less ? -points : points, null), now);
        }
    }

    /** Only the newest events of the books are kept: a decision reads no others. */
    private void decide(MovePoints command, Instant now) {
        newest = decider(handler)
                .given(Stream.concat(given.stream(), newest.stream()).toList())
                .at(now)
                .when(command)
                .thenRecorded();
    }

    private Ledger books() {
        return booksAfter(newest);
    }
}
