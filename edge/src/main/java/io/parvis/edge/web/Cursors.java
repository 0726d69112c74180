package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.eventing.store.StoreLife;
import io.parvis.proofs.Sha256;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeMap;

/**
 * The cursors of one list: its path, and the filters that it was asked with. A cursor is a place in the list and a
 * seal over place, list and life of the store, so that one of another list or life is noticed; it is a checksum, not
 * a signature: a forged cursor gives no extra access, since a position is no secret and permissions are checked
 * anyway.
 */
record Cursors(String list) {

    private static final int SEAL = 8;
    private static final int SIZE = Long.BYTES + SEAL;

    static Cursors of(StoreLife life, String path, MultivaluedMap<String, String> query) {
        var filters = new TreeMap<>(query);
        filters.keySet().removeAll(PageRequest.PARAMETERS);
        return new Cursors(life.id() + "\n" + path + "\n" + filters);
    }

    String after(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIZE)
                        .putLong(position)
                        .put(seal(position))
                        .array());
    }

    /** @throws InvalidRequest where it is none of this list's */
    long read(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == SIZE) {
                var position = ByteBuffer.wrap(bytes).getLong();
                if (Arrays.equals(bytes, Long.BYTES, SIZE, seal(position), 0, SEAL)) {
                    return position;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw new InvalidRequest("parameter:cursor", "is not one that this list gave out");
    }

    private byte[] seal(long position) {
        var text = "cursor\n" + position + "\n" + list;
        return Arrays.copyOf(Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes(), SEAL);
    }
}
