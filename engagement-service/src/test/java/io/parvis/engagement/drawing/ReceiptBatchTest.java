package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts that were signed together are each as good as one that was signed alone. */
class ReceiptBatchTest {

    @TempDir
    Path folder;

    @Test
    void eachReceiptOfABatchVerifiesByItself() {
        for (var size : List.of(1, 2, 3, 7, 8)) {
            var organiser = new Organiser();
            var batch = ReceiptBatch.signed(receipts(organiser, size), Organiser.KEY);

            assertThat(batch).hasSize(size);
            for (var receipt : batch) {
                assertThat(said(organiser, receipt)).contains("ok    the receipt's entry is in the draw");
            }
        }
    }

    @Test
    void aReceiptThatWasChangedOrMovedProvesNothing() {
        var organiser = new Organiser();
        var batch = ReceiptBatch.signed(receipts(organiser, 5), Organiser.KEY);
        var changed = new HashMap<>(batch.get(2));
        changed.put("position", 1);
        var moved = new HashMap<>(batch.get(2));
        moved.put("batch", batch.get(3).get("batch"));
        var longer = new HashMap<>(batch.get(4));
        longer.put("batch", Map.of("index", 4, "path", List.of(), "size", 5));

        for (var forged : List.of(changed, moved, longer)) {
            assertThat(said(organiser, forged)).contains("FAIL  the receipt is not signed by the key");
        }
    }

    private String said(Organiser organiser, Map<String, Object> receipt) {
        var verifier = new Verifier(folder);
        return verifier.verify(organiser.bytes(), "--receipt", verifier.json("receipt.json", receipt))
                .said();
    }

    private static List<Receipt> receipts(Organiser organiser, int count) {
        var receipts = new ArrayList<Receipt>();
        for (var i = 0; i < count; i++) {
            organiser.position += 3;
            var salt = Organiser.bytes("salt " + i);
            organiser.enter("fan " + i, salt);
            var secret = new EntrySecret(
                    Organiser.CONTEST,
                    new EntryId("entry-" + organiser.position),
                    Organiser.bytes("pseudonym of fan " + i),
                    salt);
            var rules = organiser.rules.getLast().rules();
            receipts.add(new Receipt(
                    secret,
                    organiser.position,
                    Organiser.OPENS.plusSeconds(organiser.position),
                    rules.version(),
                    rules.sha256(Organiser.CONTEST),
                    organiser.publication().sha256()));
        }
        return receipts;
    }
}
