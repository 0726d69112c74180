package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawOutcomeTest {

    private static final ContestId CONTEST = new ContestId("contest");

    private static final Seed SEED = Seed.parse("00".repeat(31) + "01");
    private static final BeaconValue BEACON = new BeaconValue(7, "c0ffee");

    @Test
    void givesEachFanOnePlaceHoweverOftenTheyEntered() {
        var leaves = IntStream.range(0, 300)
                .mapToObj(i -> new Leaf(i, Organiser.bytes("leaf " + i), Organiser.bytes("fan " + i % 40)))
                .toList();

        var outcome = draw(leaves, new DrawPrize("a", 2), new DrawPrize("b", 3));

        assertThat(outcome.winners()).extracting(DrawOutcome.Winner::prize).containsExactly(0, 0, 1, 1, 1);
        assertThat(outcome.alternates()).hasSize(35);
        var fans = new HashSet<Bytes32>();
        outcome.winners().forEach(winner -> fans.add(winner.leaf().fan()));
        outcome.alternates().forEach(alternate -> fans.add(alternate.fan()));
        assertThat(fans).hasSize(40);
    }

    @Test
    void leavesPrizesOverWhereFansAreFewer() {
        var outcome = draw(List.of(leaf(1), leaf(2)), new DrawPrize("a", 5));

        assertThat(outcome.winners()).hasSize(2);
        assertThat(outcome.alternates()).isEmpty();
    }

    @Test
    void drawsNobodyOutOfNobody() {
        assertThat(draw(List.of(), new DrawPrize("a", 1)).winners()).isEmpty();
    }

    /**
     * One winner out of ten, 10,000 times: under uniformity the chi-square of nine degrees of freedom is above 27.88
     * once in a thousand. The seeds are fixed, so that this never fails by chance.
     */
    @Test
    void isUniformOverTenThousandDraws() {
        var leaves = IntStream.range(0, 10).mapToObj(DrawOutcomeTest::leaf).toList();
        var wins = new int[10];
        for (var draw = 0; draw < 10_000; draw++) {
            var seed = Seed.parse(Organiser.bytes("draw " + draw).hex());
            var outcome = DrawOutcome.of(seed, BEACON, CONTEST, leaves, List.of(new DrawPrize("a", 1)));
            wins[(int) outcome.winners().getFirst().leaf().position()]++;
        }

        var chiSquare = 0.0;
        for (var count : wins) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
        }
        System.out.printf(
                "10,000 draws of 1 out of 10: chi-square %.2f (9 degrees of freedom, bound 27.88)%n", chiSquare);
        assertThat(chiSquare).isBetween(1.15, 27.88);
    }

    /** Three prizes among seven fans of whom one holds half of the entries: every fan's chance follows their entries. */
    @Test
    void givesTheFirstPrizeByTheNumberOfEntries() {
        var leaves = IntStream.range(0, 12)
                .mapToObj(i -> new Leaf(i, Organiser.bytes("leaf " + i), Organiser.bytes("fan " + Math.max(0, i - 5))))
                .toList();
        var first = 0;
        for (var draw = 0; draw < 10_000; draw++) {
            var seed = Seed.parse(Organiser.bytes("unequal " + draw).hex());
            var winner = DrawOutcome.of(seed, BEACON, CONTEST, leaves, List.of(new DrawPrize("a", 3)))
                    .winners()
                    .getFirst();
            first += winner.leaf().fan().equals(Organiser.bytes("fan 0")) ? 1 : 0;
        }

        assertThat(first).isBetween(4_850, 5_150);
    }

    private static Leaf leaf(int i) {
        return new Leaf(i, Organiser.bytes("leaf " + i), Organiser.bytes("fan " + i));
    }

    private static DrawOutcome draw(List<Leaf> leaves, DrawPrize... prizes) {
        return DrawOutcome.of(SEED, BEACON, CONTEST, leaves, List.of(prizes));
    }
}
