package io.parvis.proofs;

/** The hashes of RFC 6962 (2.1): 0x00 before a leaf's data, 0x01 before two children. */
final class MerkleHashes {

    /** The root of no leaves: the hash of nothing. */
    static final Bytes32 EMPTY = Sha256.of(new byte[0]);

    private MerkleHashes() {}

    static Bytes32 leaf(byte[] data) {
        var sha = Sha256.digest();
        sha.update((byte) 0);
        return Bytes32.of(sha.digest(data));
    }

    static Bytes32 parent(Bytes32 left, Bytes32 right) {
        var sha = Sha256.digest();
        sha.update((byte) 1);
        sha.update(left.bytes());
        return Bytes32.of(sha.digest(right.bytes()));
    }
}
