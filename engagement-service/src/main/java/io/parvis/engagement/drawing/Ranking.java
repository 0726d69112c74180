package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.LengthPrefixed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Leaves in the order of their scores, the lowest HMAC first; equal ones, which nobody will see, by their positions. It
 * sorts one long a leaf: the beginning of its score and its place. Only where beginnings are equal are scores made again
 * and compared as a whole.
 */
final class Ranking {

    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    /** As many as there is room for below a sign that is never set. */
    private static final int BEGINNING_BITS = Long.SIZE - 1 - PLACE_BITS;

    /** More could be held and sorted by no service of ours. */
    static final int MOST_LEAVES = 1 << PLACE_BITS;

    private record Ranked(Bytes32 score, long position, int place) {}

    private final int beginningBits;
    private final Mac mac;
    private final byte[] before;
    private final List<Leaf> leaves;

    /** @throws IllegalArgumentException where there are more than {@value #MOST_LEAVES} leaves */
    Ranking(Seed seed, @Nullable BeaconValue beacon, ContestId contest, List<Leaf> leaves) {
        this(seed, beacon, contest, leaves, BEGINNING_BITS);
    }

    Ranking(Seed seed, @Nullable BeaconValue beacon, ContestId contest, List<Leaf> leaves, int beginningBits) {
        if (leaves.size() > MOST_LEAVES) {
            throw new IllegalArgumentException("Too many entries to draw from: " + leaves.size());
        }
        this.beginningBits = beginningBits;
        this.mac = seed.mac();
        this.before = new LengthPrefixed()
                .add(beacon == null ? new byte[0] : beacon.bytes())
                .add(contest.value())
                .bytes();
        this.leaves = leaves;
    }

    /** Indexes into the leaves. */
    int[] order() {
        var keys = new long[leaves.size()];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = beginning(score(place)) | place;
        }
        Arrays.sort(keys);
        var order = new int[keys.length];
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >>> PLACE_BITS == keys[from] >>> PLACE_BITS) {
                to++;
            }
            place(keys, from, to, order);
        }
        return order;
    }

    private Bytes32 score(int place) {
        mac.update(before);
        return Bytes32.of(
                mac.doFinal(new LengthPrefixed().add(leaves.get(place).leaf()).bytes()));
    }

    private long beginning(Bytes32 score) {
        return score.first() >>> (Long.SIZE - beginningBits) << PLACE_BITS;
    }

    private void place(long[] keys, int from, int to, int[] order) {
        if (to - from == 1) {
            order[from] = (int) (keys[from] & PLACE);
            return;
        }
        var equal = IntStream.range(from, to)
                .map(i -> (int) (keys[i] & PLACE))
                .mapToObj(place -> new Ranked(score(place), leaves.get(place).position(), place))
                .sorted(Comparator.comparing(Ranked::score).thenComparingLong(Ranked::position))
                .toList();
        for (int i = from; i < to; i++) {
            order[i] = equal.get(i - from).place();
        }
    }
}
