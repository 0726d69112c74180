package io.parvis.proofs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a canonical document member by member, and last the signed seal over all before it. The writer gives the
 * members in the order of their names, all of which come before {@code seal}.
 */
public final class SealedDocument {

    private final MessageDigest digest = Sha256.digest();
    private final OutputStream out;
    private final OutputStream body;

    /** Writes a whole document. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream target) throws IOException;
    }

    /** All of it, for small ones. */
    public static byte[] inMemory(Writer document) {
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return out.toByteArray();
    }

    public SealedDocument(OutputStream target) {
        this.out = new BufferedOutputStream(target, 1 << 16);
        this.body = new DigestOutputStream(out, digest);
    }

    /** @param before what stands before the value: its name, and the comma or the brace before that */
    public SealedDocument member(String before, Object value) throws IOException {
        write(body, before, value);
        return this;
    }

    /** An array, of which no more than an element is held at a time. */
    public SealedDocument array(String before, Stream<?> items) throws IOException {
        text(before + "[");
        for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
            body.write(CanonicalJson.bytes(each.next()));
            if (each.hasNext()) {
                body.write(',');
            }
        }
        return text("]");
    }

    /** Canonical text as it is. */
    public SealedDocument text(String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Ends and flushes it; closing the target is its owner's.
     *
     * @param about what the signed seal says beside the {@code digest} of all before it
     */
    public void seal(Map<String, ?> about, SigningKey key) throws IOException {
        digest.update((byte) '}');
        var statement = new TreeMap<String, Object>(about);
        statement.put("digest", Bytes32.of(digest.digest()).hex());
        write(out, ",\"seal\":", key.sign(statement));
        out.write('}');
        out.flush();
    }

    private static void write(OutputStream to, String before, Object value) throws IOException {
        to.write(before.getBytes(StandardCharsets.UTF_8));
        to.write(CanonicalJson.bytes(value));
    }
}
