/**
 * The draw that a stranger can check. At publishing a seed is committed to; at entry a leaf is fixed and receipted; at
 * closing the valid leaves become one Merkle root; at drawing seed and beacon rank them; and all of it is one canonical
 * document, the proof. What an instant win's moments are stands here too. All of that are pure functions: what they are
 * given stands in events, and given the same they answer the same bytes, so nothing made here has to be kept.
 *
 * <p>Beside them stand the keys that sign and that keep seeds, and what is made once and remembered while it is asked for.
 * Of contests it knows no more than a {@link io.parvis.engagement.drawing.Dossier} and an {@link
 * io.parvis.engagement.drawing.EntryLog}: contests use the draw, and not the other way round.
 *
 * <p>{@code docs/draw-proof.md} is the specification; a change here that it does not tell of is a defect.
 */
@NullMarked
package io.parvis.engagement.drawing;

import org.jspecify.annotations.NullMarked;
