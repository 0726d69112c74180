package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.CanonicalJson;
import io.parvis.proofs.MerkleTree;
import io.parvis.proofs.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Receipts that are signed together: one signature over the root of a tree (RFC 6962) over them, since signing costs
 * several times what an entry does. Each receipt carries its path to the root, and is complete by itself.
 */
public final class ReceiptBatch {

    static final String FORMAT = "parvis-draw-receipts-1";

    private ReceiptBatch() {}

    /** Ready to be answered as JSON, in the order given. The same receipts and key give the same bytes. */
    public static List<Map<String, Object>> signed(List<Receipt> receipts, SigningKey key) {
        var facts = receipts.stream().map(receipt -> receipt.facts(key.id())).toList();
        var tree = MerkleTree.over(facts.stream().map(CanonicalJson::bytes).toList());
        var signature = key.sign(Map.of("format", FORMAT, "root", tree.root().hex(), "size", tree.size()))
                .get("signature");
        var signed = new ArrayList<Map<String, Object>>(facts.size());
        for (var index = 0; index < facts.size(); index++) {
            var receipt = facts.get(index);
            var path = tree.path(index).stream().map(Bytes32::hex).toList();
            receipt.put("batch", Map.of("index", index, "path", path, "size", tree.size()));
            receipt.put("signature", signature);
            signed.add(receipt);
        }
        return signed;
    }
}
