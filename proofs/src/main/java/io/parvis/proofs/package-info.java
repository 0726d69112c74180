/**
 * What makes others able to check: canonical JSON (RFC 8785), hash trees (RFC 6962) with proofs of inclusion and
 * consistency, and statements signed with the keys of a ring (Ed25519). It knows nothing of what is proved, and nothing
 * of the rest of the suite. Given the same, everything here answers the same bytes.
 */
@NullMarked
package io.parvis.proofs;

import org.jspecify.annotations.NullMarked;
