/**
 * The draw that a stranger can check. At publishing a seed is committed to; at entry a leaf is fixed and receipted; at
 * closing the valid leaves become one Merkle root; at drawing seed and beacon rank them; and all of it is one canonical
 * document, the proof. Pure functions: what they are given stands in events, and given the same they answer the same
 * bytes, so nothing made here has to be kept.
 *
 * <p>{@code docs/draw-proof.md} is the specification; a change here that it does not tell of is a defect.
 */
@NullMarked
package io.parvis.engagement.drawing;

import org.jspecify.annotations.NullMarked;
