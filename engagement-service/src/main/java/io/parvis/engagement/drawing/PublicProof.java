package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A proof that anybody may read, made while it is sent: of a million entries it has 170 MB.
 *
 * @param fingerprint equal where the bytes are
 * @param writer reads what it needs, and blocks
 */
public record PublicProof(Bytes32 fingerprint, Writer writer) {

    /** Writes all of it. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream target) throws IOException;
    }
}
