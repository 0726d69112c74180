package io.parvis.verify;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Iterator;

/** RFC 6962, 2.1, with one hash per level in memory: complete trees of falling size, joined from the right at the end. */
final class MerkleRoot {

    private record Subtree(long size, byte[] hash) {}

    private MerkleRoot() {}

    static String of(Iterator<byte[]> data) {
        var sha = Hashes.sha256();
        var subtrees = new ArrayDeque<Subtree>();
        while (data.hasNext()) {
            sha.update((byte) 0);
            var last = new Subtree(1, sha.digest(data.next()));
            while (!subtrees.isEmpty() && subtrees.peekLast().size == last.size) {
                last = join(sha, subtrees.removeLast(), last);
            }
            subtrees.addLast(last);
        }
        if (subtrees.isEmpty()) {
            return Hashes.sha256(new byte[0]);
        }
        var root = subtrees.removeLast();
        while (!subtrees.isEmpty()) {
            root = join(sha, subtrees.removeLast(), root);
        }
        return HexFormat.of().formatHex(root.hash);
    }

    private static Subtree join(MessageDigest sha, Subtree left, Subtree right) {
        sha.update((byte) 1);
        sha.update(left.hash);
        return new Subtree(left.size + right.size, sha.digest(right.hash));
    }
}
