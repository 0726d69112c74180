package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.drawing.Moments.Moment;
import io.parvis.proofs.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final ContestId CONTEST = new ContestId("c1");

    private static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    private static final Seed SEED =
            Seed.parse(Sha256.of("seed".getBytes(StandardCharsets.UTF_8)).hex());

    /** The same four as fifteen lines of Python make from docs/draw-proof.md. */
    @Test
    void followFromTheSeedAlone() {
        var prizes = List.of(new DrawPrize("Bicycle", 1), new DrawPrize("Jersey", 3));

        assertThat(all(Moments.of(SEED, CONTEST, OPENS, CLOSES, prizes)))
                .containsExactly(
                        new Moment(Instant.parse("2026-07-07T03:53:36.182406815Z"), 1, 0),
                        new Moment(Instant.parse("2026-07-12T02:39:59.298200532Z"), 1, 1),
                        new Moment(Instant.parse("2026-07-22T03:08:01.084179204Z"), 1, 2),
                        new Moment(Instant.parse("2026-07-23T09:41:33.789571472Z"), 0, 0));
    }

    @Test
    void areOthersInAnotherContestAndUnderAnotherSeed() {
        var here = all(moments(SEED, CONTEST, 50));

        assertThat(all(moments(SEED, new ContestId("c2"), 50))).doesNotContainAnyElementsOf(here);
        assertThat(all(moments(Seed.fresh(), CONTEST, 50))).doesNotContainAnyElementsOf(here);
    }

    @Test
    void fallOneIntoEachEqualPartOfThePeriod() {
        var period = Duration.between(OPENS, CLOSES);

        var moments = all(moments(SEED, CONTEST, 1_000));

        for (var unit = 0; unit < 1_000; unit++) {
            var moment = moments.get(unit);
            assertThat(moment.unit()).isEqualTo(unit);
            assertThat(moment.at())
                    .isBetween(
                            OPENS.plus(period.multipliedBy(unit).dividedBy(1_000)),
                            OPENS.plus(period.multipliedBy(unit + 1L).dividedBy(1_000)));
        }
    }

    /** Chi-square over ten tenths of each part: 9 degrees of freedom, 27.9 is exceeded once in a thousand. */
    @Test
    void areUniformWithinTheirParts() {
        var part = Duration.between(OPENS, CLOSES).dividedBy(10_000);
        var tenths = new HashMap<Long, Integer>();

        for (var moment : all(moments(SEED, CONTEST, 10_000))) {
            var within = Duration.between(OPENS.plus(part.multipliedBy(moment.unit())), moment.at());
            tenths.merge(within.toNanos() * 10 / part.toNanos(), 1, Integer::sum);
        }

        assertThat(tenths).hasSize(10);
        assertThat(tenths.values().stream()
                        .mapToDouble(count -> (count - 1_000.0) * (count - 1_000.0) / 1_000)
                        .sum())
                .isLessThan(27.9);
    }

    @Test
    void fitAThousandIntoASecondAndStandInOrder() {
        var second = Moments.of(
                SEED, CONTEST, OPENS, OPENS.plusSeconds(1), List.of(new DrawPrize("A", 500), new DrawPrize("B", 500)));

        assertThat(all(second)).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(second.get(0).at()).isAfterOrEqualTo(OPENS);
        assertThat(second.get(999).at()).isBefore(OPENS.plusSeconds(1));
    }

    @Test
    void areDueFromTheirInstantOnAndUntilTheStockIsTaken() {
        var moments = moments(SEED, CONTEST, 2);
        var first = moments.get(0).at();

        assertThat(moments.isDue(0, first.minusNanos(1))).isFalse();
        assertThat(moments.isDue(0, first)).isTrue();
        assertThat(moments.isDue(1, first)).isFalse();
        assertThat(moments.isDue(2, CLOSES)).isFalse();
    }

    @Test
    void areNotToldByTheirText() {
        var moments = moments(SEED, CONTEST, 1);

        assertThat(moments.toString()).isEqualTo("Moments[1 of them]");
    }

    private static Moments moments(Seed seed, ContestId contest, int units) {
        return Moments.of(seed, contest, OPENS, CLOSES, List.of(new DrawPrize("Bicycle", units)));
    }

    private static List<Moment> all(Moments moments) {
        return IntStream.range(0, moments.size()).mapToObj(moments::get).toList();
    }
}
