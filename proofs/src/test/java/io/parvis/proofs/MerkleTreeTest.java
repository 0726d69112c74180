package io.parvis.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static MerkleTree known(int size) {
        return MerkleTree.over(CertificateTransparency.leaves().subList(0, size));
    }

    @Test
    void hasTheRootsOfCertificateTransparency() {
        for (var size = 0; size <= CertificateTransparency.leaves().size(); size++) {
            assertThat(known(size).root().hex())
                    .as("%s leaves", size)
                    .isEqualTo(CertificateTransparency.ROOTS.get(size));
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
    void isTheSameTreeWhereItHoldsItsUpperLevelsOnly() {
        for (var size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 769, 1023, 1025, 1300}) {
            var data = leaves(size);
            var whole = MerkleTree.over(data);
            var upper = MerkleTree.over(data, 0);
            assertThat(upper.root()).as("%s leaves", size).isEqualTo(whole.root());
            for (var index = 0; index < size; index++) {
                assertThat(upper.path(index)).as("%s of %s", index, size).isEqualTo(whole.path(index));
            }
        }
    }

    @Test
    void provesEveryInclusionInTreesOfEverySize() {
        for (var size = 1; size <= 70; size++) {
            var data = leaves(size);
            var tree = MerkleTree.over(data);
            for (var index = 0; index < size; index++) {
                assertThat(new InclusionProof(index, size, tree.path(index)).verifies(data.get(index), tree.root()))
                        .as("%s of %s", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void knowsNoLeafOutsideOfIt() {
        assertThatThrownBy(() -> known(3).path(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> Sha256.of(("leaf " + i).getBytes(StandardCharsets.UTF_8))
                        .bytes())
                .toList();
    }
}
