/** Secrets of a deployment: each is a ring of keys with ids, so that keys can be rotated (docs/key-rings.md). */
@NullMarked
package io.parvis.proofs.key;

import org.jspecify.annotations.NullMarked;
