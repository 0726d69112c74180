package io.parvis.engagement;

import io.vertx.core.Context;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees what is hashed by SHA-256, and on which kind of thread. */
final class DigestWatch extends Provider {

    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "SHA-256";
    private static final String OF_THE_PLATFORM = "SUN";

    private final transient Queue<Hashed> seen = new ConcurrentLinkedQueue<>();

    /** @param bytes how many */
    record Hashed(long bytes, boolean onEventLoop) {}

    DigestWatch() {
        super("digest-watch", "1", "Sees what is hashed");
        putService(new Service(this, "MessageDigest", ALGORITHM, Watched.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                try {
                    return new Watched(MessageDigest.getInstance(ALGORITHM, OF_THE_PLATFORM), seen, 0);
                } catch (GeneralSecurityException impossible) {
                    throw new NoSuchAlgorithmException(impossible);
                }
            }
        });
    }

    List<Hashed> hashed() {
        return List.copyOf(seen);
    }

    private static final class Watched extends MessageDigestSpi implements Cloneable {

        private final MessageDigest digest;
        private final Queue<Hashed> seen;
        private long bytes;

        Watched(MessageDigest digest, Queue<Hashed> seen, long bytes) {
            this.digest = digest;
            this.seen = seen;
            this.bytes = bytes;
        }

        @Override
        protected int engineGetDigestLength() {
            return digest.getDigestLength();
        }

        @Override
        protected void engineUpdate(byte input) {
            bytes++;
            digest.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            bytes += length;
            digest.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            seen.add(new Hashed(bytes, Context.isOnEventLoopThread()));
            bytes = 0;
            return digest.digest();
        }

        @Override
        protected void engineReset() {
            bytes = 0;
            digest.reset();
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            return new Watched((MessageDigest) digest.clone(), seen, bytes);
        }
    }
}
