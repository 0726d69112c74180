/**
 * Coupon pools: codes that are worth something to whoever has them, each used once. A pool's stock is one boundary: the
 * newest event says which numbers are free, so deciding costs the same after a hundred thousand codes, and what many
 * want at once is decided in groups. A code stands in the log encrypted, and is found by a keyed hash; decisions know
 * its number only, and lists show none of it.
 */
@NullMarked
package io.parvis.engagement.coupon;

import org.jspecify.annotations.NullMarked;
