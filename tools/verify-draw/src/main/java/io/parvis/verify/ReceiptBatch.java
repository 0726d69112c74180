package io.parvis.verify;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Receipts are signed together: the signature is over the root of a tree, and each receipt carries its path there. */
final class ReceiptBatch {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ReceiptBatch() {}

    /** @param keys by their ids */
    static boolean isSigned(Fields receipt, Map<String, String> keys) {
        var keyId = receipt.text("keyId");
        var publicKey = keys.get(keyId);
        var signature = receipt.matching("signature", "[0-9a-f]{128}", "128 lower-case hex digits");
        var batch = receipt.in("batch", "index", "path", "size");
        var root = root(
                CanonicalWriter.bytes(receipt.node().without("batch").without("signature")),
                batch.whole("index"),
                batch.whole("size"),
                batch.array("path"));
        var statement = new JsonObject(
                new String[] {"format", "keyId", "root", "size"},
                new Object[] {"parvis-draw-receipts-1", keyId, root, batch.whole("size")});
        return publicKey != null
                && !root.isEmpty()
                && SignedStatement.verifies(publicKey, CanonicalWriter.bytes(statement), signature);
    }

    /** RFC 9162, 2.1.3.2; empty where the path does not lead to the root of a tree of that size. */
    private static String root(byte[] data, long index, long size, List<?> path) {
        var at = index;
        var last = size - 1;
        var hash = hash((byte) 0, data, new byte[0]);
        for (var item : path) {
            if (at > last
                    || last == 0
                    || !(item instanceof String hex)
                    || !HASH.matcher(hex).matches()) {
                return "";
            }
            var sibling = Hashes.hex(hex);
            if (at % 2 == 1 || at == last) {
                hash = hash((byte) 1, sibling, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = hash((byte) 1, hash, sibling);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && at == 0 ? HexFormat.of().formatHex(hash) : "";
    }

    private static byte[] hash(byte prefix, byte[] left, byte[] right) {
        var sha = Hashes.sha256();
        sha.update(prefix);
        sha.update(left);
        return sha.digest(right);
    }
}
