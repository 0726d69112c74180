package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.LengthPrefixed;
import io.parvis.proofs.Sha256;

/**
 * What an entry's leaf is made of. Both secrets are fixed with the entry and stand in the entrant's receipt, so nobody
 * changes them later.
 *
 * @param fan the fan's pseudonym in this contest: {@link Secrets#fresh()} at their first entry, the same one at every
 *     further entry to it. It says nothing of who they are, nor that they entered another contest.
 * @param salt {@link Secrets#fresh()} for each entry
 */
public record EntrySecret(ContestId contest, EntryId entry, Bytes32 fan, Bytes32 salt) {

    private static final String DOMAIN = "parvis-draw-leaf-1";

    /** The leaf, fixed for good. */
    public Bytes32 leaf() {
        return Sha256.of(new LengthPrefixed()
                .add(DOMAIN)
                .add(contest.value())
                .add(entry.value())
                .add(fan)
                .add(salt)
                .bytes());
    }
}
