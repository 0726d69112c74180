package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InclusionTest {

    private static final ContestId CONTEST = new ContestId("c");

    @Test
    void provesEveryInclusionInTreesOfEverySize() {
        for (var size = 1; size <= 70; size++) {
            var leaves = leaves(size);
            var tree = Leaves.tree(leaves);
            for (var index = 0; index < size; index++) {
                assertThat(Inclusion.of(CONTEST, tree, leaves.get(index), index).verifies())
                        .as("%s of %s", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void provesInclusionInALargeTree() {
        var leaves = leaves(20_001);
        var tree = Leaves.tree(leaves);

        for (var index : new int[] {0, 255, 256, 16_383, 16_384, 19_999, 20_000}) {
            assertThat(Inclusion.of(CONTEST, tree, leaves.get(index), index).verifies())
                    .as("%s", index)
                    .isTrue();
        }
    }

    @Test
    void provesNothingElse() {
        var leaves = leaves(13);
        var tree = Leaves.tree(leaves);
        var honest = Inclusion.of(CONTEST, tree, leaves.get(4), 4);
        var longer = new ArrayList<>(honest.path());
        longer.add(tree.root());

        assertThat(new Inclusion(CONTEST, leaves.get(5), 4, 13, tree.root(), honest.path()).verifies())
                .as("another leaf")
                .isFalse();
        assertThat(new Inclusion(CONTEST, leaves.get(4), 5, 13, tree.root(), honest.path()).verifies())
                .as("another index")
                .isFalse();
        assertThat(new Inclusion(CONTEST, leaves.get(4), 4, 4, tree.root(), honest.path()).verifies())
                .as("another size")
                .isFalse();
        assertThat(new Inclusion(CONTEST, leaves.get(4), 4, 13, tree.root(), longer).verifies())
                .as("a longer path")
                .isFalse();
        assertThat(new Inclusion(
                                CONTEST,
                                leaves.get(4),
                                4,
                                13,
                                tree.root(),
                                honest.path().subList(1, 3))
                        .verifies())
                .as("a shorter path")
                .isFalse();
    }

    @Test
    void bindsPositionFanAndLeaf() {
        var leaf = leaves(1).getFirst();
        var root = Leaves.tree(List.of(leaf)).root();
        var other = Organiser.bytes("another");

        assertThat(Leaves.tree(List.of(new Leaf(2, leaf.leaf(), leaf.fan()))).root())
                .isNotEqualTo(root);
        assertThat(Leaves.tree(List.of(new Leaf(1, other, leaf.fan()))).root()).isNotEqualTo(root);
        assertThat(Leaves.tree(List.of(new Leaf(1, leaf.leaf(), other))).root()).isNotEqualTo(root);
    }

    private static List<Leaf> leaves(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> new Leaf(i, Organiser.bytes("leaf " + i), Organiser.bytes("fan " + i)))
                .toList();
    }
}
