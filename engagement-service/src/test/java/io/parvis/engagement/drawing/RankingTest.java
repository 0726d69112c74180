package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.LengthPrefixed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static final Seed SEED = Seed.parse(Organiser.bytes("a seed").hex());

    /** With few bits many scores begin alike; with one, half of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 39})
    void isByTheWholeScoreHoweverManyBeginAlike(int bits) {
        var leaves = IntStream.range(0, 5000)
                .mapToObj(i -> new Leaf(9000 - i, Organiser.bytes("leaf " + i % 4900), Organiser.bytes("fan " + i)))
                .toList();

        var order = new Ranking(SEED, null, new ContestId("contest"), leaves, bits).order();

        assertThat(Arrays.stream(order).mapToObj(leaves::get)).containsExactlyElementsOf(sorted(leaves));
    }

    /** As the documentation of the proof says it, and nothing cleverer. */
    private static List<Leaf> sorted(List<Leaf> leaves) {
        var mac = SEED.mac();
        record Scored(Bytes32 score, Leaf leaf) {}
        return leaves.stream()
                .map(leaf -> {
                    mac.update(
                            new LengthPrefixed().add(new byte[0]).add("contest").bytes());
                    return new Scored(
                            Bytes32.of(mac.doFinal(
                                    new LengthPrefixed().add(leaf.leaf()).bytes())),
                            leaf);
                })
                .sorted(Comparator.comparing(Scored::score)
                        .thenComparingLong(scored -> scored.leaf().position()))
                .map(Scored::leaf)
                .toList();
    }
}
