package io.parvis.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AppendOnlyMerkleTreeTest {

    private static final int MOST = 70;

    private final List<byte[]> leaves = IntStream.range(0, MOST)
            .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
            .toList();
    private final AppendOnlyMerkleTree tree = over(leaves);

    private static AppendOnlyMerkleTree over(List<byte[]> leaves) {
        var tree = new AppendOnlyMerkleTree();
        leaves.forEach(tree::add);
        return tree;
    }

    @Test
    void hasTheRootsOfCertificateTransparency() {
        var known = new AppendOnlyMerkleTree();
        assertThat(known.root().hex()).isEqualTo(CertificateTransparency.ROOTS.getFirst());
        for (var leaf : CertificateTransparency.leaves()) {
            known.add(leaf);
            assertThat(known.root().hex())
                    .as("%s leaves", known.size())
                    .isEqualTo(CertificateTransparency.ROOTS.get(known.size()));
        }
    }

    static Stream<Arguments> consistencyOfCertificateTransparency() {
        return Stream.of(
                Arguments.of(1, 1, List.of()),
                Arguments.of(
                        1,
                        8,
                        List.of(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                Arguments.of(
                        6,
                        8,
                        List.of(
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                Arguments.of(
                        2,
                        5,
                        List.of(
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")));
    }

    @ParameterizedTest
    @MethodSource("consistencyOfCertificateTransparency")
    void hasTheConsistencyProofsOfCertificateTransparency(int from, int to, List<String> path) {
        var proof = over(CertificateTransparency.leaves()).consistency(from, to);

        assertThat(proof.path().stream().map(Bytes32::hex)).containsExactlyElementsOf(path);
        assertThat(proof.verifies(known(from), known(to))).isTrue();
    }

    private static Bytes32 known(int size) {
        return Bytes32.parse(CertificateTransparency.ROOTS.get(size));
    }

    @Test
    void isTheTreeThatIsMadeAtOnce() {
        for (var size = 0; size <= MOST; size++) {
            var atOnce = MerkleTree.over(leaves.subList(0, size));
            assertThat(tree.root(size)).as("%s leaves", size).isEqualTo(atOnce.root());
            for (var index = 0; index < size; index++) {
                assertThat(tree.inclusion(index, size).path())
                        .as("%s of %s", index, size)
                        .isEqualTo(atOnce.path(index));
            }
        }
    }

    @Test
    void provesThatEverySizeBeginsWithEveryEarlierOne() {
        for (var to = 1; to <= MOST; to++) {
            for (var from = 1; from <= to; from++) {
                assertThat(tree.consistency(from, to).verifies(tree.root(from), tree.root(to)))
                        .as("%s to %s", from, to)
                        .isTrue();
            }
        }
    }

    /** Whichever leaf was changed, whatever the proof leads to the roots that were published. */
    @Test
    void provesNothingOfATreeThatWasRewritten() {
        for (var changed = 0; changed < 13; changed++) {
            var other = new ArrayList<>(leaves.subList(0, 21));
            other.set(changed, "another".getBytes(StandardCharsets.UTF_8));
            var rewritten = over(other);
            assertThat(rewritten.consistency(13, 21).verifies(tree.root(13), rewritten.root()))
                    .as("leaf %s", changed)
                    .isFalse();
        }
    }

    @Test
    void provesNothingWithAnotherPath() {
        for (var to = 2; to <= 20; to++) {
            for (var from = 1; from < to; from++) {
                var honest = tree.consistency(from, to).path();
                for (var place = 0; place < honest.size(); place++) {
                    var changed = new ArrayList<>(honest);
                    changed.set(place, MerkleHashes.EMPTY);
                    assertThat(verifies(from, to, changed)).isFalse();
                }
                var longer = new ArrayList<>(honest);
                longer.add(tree.root(to));
                assertThat(verifies(from, to, longer)).isFalse();
                assertThat(verifies(from, to, honest.subList(1, honest.size()))).isFalse();
                assertThat(verifies(from, to, honest.subList(0, honest.size() - 1)))
                        .isFalse();
                assertThat(verifies(from, to, List.of())).isFalse();
            }
        }
    }

    private boolean verifies(int from, int to, List<Bytes32> path) {
        return new ConsistencyProof(from, to, path).verifies(tree.root(from), tree.root(to));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "-1, 5", "6, 5"})
    void provesNothingOfSizesThatAreNone(int from, int to) {
        assertThat(new ConsistencyProof(from, to, List.of()).verifies(tree.root(5), tree.root(5)))
                .isFalse();
    }

    @Test
    void provesNothingOfOtherSizes() {
        var honest = tree.consistency(6, 13);

        assertThat(new ConsistencyProof(7, 13, honest.path()).verifies(tree.root(6), tree.root(13)))
                .isFalse();
        assertThat(new ConsistencyProof(6, 6, List.of()).verifies(tree.root(6), tree.root(13)))
                .isFalse();
    }

    @Test
    void knowsNothingOfSizesThatItNeverHad() {
        assertThatThrownBy(() -> tree.root(MOST + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(0, MOST + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(5, MOST + 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
