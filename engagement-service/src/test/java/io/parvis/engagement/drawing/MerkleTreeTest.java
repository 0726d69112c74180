package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The known answers of the Certificate Transparency project's own tests. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static MerkleTree known(int size) {
        return MerkleTree.over(
                LEAVES.stream().limit(size).map(HexFormat.of()::parseHex).toList());
    }

    @Test
    void hasTheRootsOfCertificateTransparency() {
        for (var size = 0; size <= LEAVES.size(); size++) {
            assertThat(known(size).root().hex()).as("%s leaves", size).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void hasTheAuditPathsOfCertificateTransparency() {
        assertThat(known(8).path(0).stream().map(Bytes32::hex))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(known(8).path(5).stream().map(Bytes32::hex))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void provesEveryInclusionInTreesOfEverySize() {
        for (var size = 1; size <= 70; size++) {
            var leaves = leaves(size);
            var tree = MerkleTree.of(leaves);
            for (var index = 0; index < size; index++) {
                assertThat(Inclusion.of("c", tree, leaves.get(index), index).verifies())
                        .as("%s of %s", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void isTheSameTreeWhereItHoldsItsUpperLevelsOnly() {
        for (var size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 769, 1023, 1025, 1300}) {
            var data = leaves(size).stream().map(Leaf::merkleData).toList();
            var whole = MerkleTree.over(data);
            var upper = MerkleTree.over(data, 0);
            assertThat(upper.root()).as("%s leaves", size).isEqualTo(whole.root());
            for (var index = 0; index < size; index++) {
                assertThat(upper.path(index)).as("%s of %s", index, size).isEqualTo(whole.path(index));
            }
        }
    }

    @Test
    void provesInclusionInALargeTree() {
        var leaves = leaves(20_001);
        var tree = MerkleTree.of(leaves);

        for (var index : new int[] {0, 255, 256, 16_383, 16_384, 19_999, 20_000}) {
            assertThat(Inclusion.of("c", tree, leaves.get(index), index).verifies())
                    .as("%s", index)
                    .isTrue();
        }
    }

    @Test
    void provesNothingElse() {
        var leaves = leaves(13);
        var tree = MerkleTree.of(leaves);
        var honest = Inclusion.of("c", tree, leaves.get(4), 4);
        var longer = new ArrayList<>(honest.path());
        longer.add(tree.root());

        assertThat(new Inclusion("c", leaves.get(5), 4, 13, tree.root(), honest.path()).verifies())
                .as("another leaf")
                .isFalse();
        assertThat(new Inclusion("c", leaves.get(4), 5, 13, tree.root(), honest.path()).verifies())
                .as("another index")
                .isFalse();
        assertThat(new Inclusion("c", leaves.get(4), 4, 4, tree.root(), honest.path()).verifies())
                .as("another size")
                .isFalse();
        assertThat(new Inclusion("c", leaves.get(4), 4, 13, tree.root(), longer).verifies())
                .as("a longer path")
                .isFalse();
        assertThat(new Inclusion(
                                "c",
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
        var root = MerkleTree.of(List.of(leaf)).root();
        var other = Organiser.bytes("another");

        assertThat(MerkleTree.of(List.of(new Leaf(2, leaf.leaf(), leaf.fan()))).root())
                .isNotEqualTo(root);
        assertThat(MerkleTree.of(List.of(new Leaf(1, other, leaf.fan()))).root())
                .isNotEqualTo(root);
        assertThat(MerkleTree.of(List.of(new Leaf(1, leaf.leaf(), other))).root())
                .isNotEqualTo(root);
    }

    @Test
    void knowsNoLeafOutsideOfIt() {
        assertThatThrownBy(() -> known(3).path(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Leaf> leaves(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> new Leaf(i, Organiser.bytes("leaf " + i), Organiser.bytes("fan " + i)))
                .toList();
    }
}
