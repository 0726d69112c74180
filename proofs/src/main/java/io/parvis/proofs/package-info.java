/**
 * What others can verify: canonical JSON (RFC 8785), Merkle trees (RFC 6962) with inclusion and consistency proofs,
 * and statements signed with the keys of a ring (Ed25519). It knows neither what is proved nor the rest of the suite.
 * Everything here is deterministic: the same input makes the same bytes.
 */
@NullMarked
package io.parvis.proofs;

import org.jspecify.annotations.NullMarked;
