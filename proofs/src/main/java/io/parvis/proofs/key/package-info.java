/**
 * Secrets of a deployment: every one of them is a ring of keys with ids, so that one follows another without anything
 * being lost (docs/key-rings.md).
 */
@NullMarked
package io.parvis.proofs.key;

import org.jspecify.annotations.NullMarked;
