package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.proofs.Bytes32;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeavesTest {

    private final SplittableRandom random = new SplittableRandom(20_261_127);

    private Leaf leaf() {
        return new Leaf(random.nextLong(), bytes(), bytes());
    }

    private Bytes32 bytes() {
        return new Bytes32(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    @Test
    void areTheSameAsAnyOtherList() {
        var plain = new ArrayList<Leaf>();
        var leaves = new Leaves();
        for (int i = 0; i < 40_000; i++) {
            var next = leaf();
            plain.add(next);
            leaves.add(next);
        }

        assertThat(leaves).isEqualTo(plain);
        assertThatThrownBy(() -> leaves.get(40_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void keepTheirOrderWhenSomeAreTakenOut() {
        for (var share : new int[] {1, 2, 3, 1000, 100_000}) {
            var kept = new ArrayList<Leaf>();
            var leaves = new Leaves();
            var gone = new BitSet();
            for (int i = 0; i < 40_000; i++) {
                var next = leaf();
                leaves.add(next);
                if (random.nextInt(share) == 0) {
                    gone.set(i);
                } else {
                    kept.add(next);
                }
            }

            leaves.remove(gone);
            assertThat(leaves).as("one in %s", share).isEqualTo(kept);
            leaves.add(leaf());
            assertThat(leaves).hasSize(kept.size() + 1);
        }
    }

    @Test
    void areFoundByTheirHash() {
        var leaves = new Leaves();
        var places = new LeafIndex(leaves, Leaf::leaf);
        for (int i = 0; i < 20_000; i++) {
            leaves.add(leaf());
            assertThat(places.add(i)).isTrue();
        }

        for (int i = 0; i < leaves.size(); i++) {
            assertThat(places.of(leaves.get(i).leaf())).isEqualTo(i);
        }
        assertThat(places.of(bytes())).isNegative();
        leaves.add(leaves.get(4711));
        assertThat(places.add(20_000)).isFalse();
        assertThat(places.of(leaves.get(20_000).leaf())).isEqualTo(4711);
    }

    /** Most contests are small, and hundreds of them are kept at once. */
    @Test
    void takeLittleWhereTheyAreFew() {
        var many = new ArrayList<Leaves>();
        long before = used();
        for (int i = 0; i < 1000; i++) {
            var leaves = new Leaves();
            leaves.add(leaf());
            many.add(leaves);
        }

        // A whole chunk for each would be 1.2 GB.
        assertThat(used() - before).isLessThan(100_000_000);
        assertThat(many).hasSize(1000);
    }

    @Test
    void takeSeventyTwoBytesEach() {
        var leaves = new Leaves();
        long before = used();
        for (int i = 0; i < 2_000_000; i++) {
            leaves.add(leaf());
        }

        assertThat(used() - before).isLessThan(2_000_000 * 95L);
        assertThat(leaves).hasSize(2_000_000);
    }

    /** What is still held after a collection. */
    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
