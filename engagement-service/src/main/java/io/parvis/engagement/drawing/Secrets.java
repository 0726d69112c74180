package io.parvis.engagement.drawing;

import io.parvis.eventing.event.RandomBytes;
import io.parvis.proofs.Bytes32;

/** What nobody can guess. */
public final class Secrets {

    private Secrets() {}

    /** A new salt, a seed, or a fan's pseudonym in a contest that they enter for the first time. */
    public static Bytes32 fresh() {
        return Bytes32.of(RandomBytes.next(Bytes32.SIZE));
    }
}
