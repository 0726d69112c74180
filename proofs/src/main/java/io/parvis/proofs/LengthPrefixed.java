package io.parvis.proofs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Concatenates parts, each prefixed with its length in four bytes, so that no two lists of parts make the same bytes.
 */
public final class LengthPrefixed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(192);

    public LengthPrefixed add(byte[] part) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        out.writeBytes(part);
        return this;
    }

    public LengthPrefixed add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    public LengthPrefixed add(Bytes32 part) {
        return add(part.bytes());
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
