/**
 * Verifies the proof of a draw or of an instant win, written from {@code docs/draw-proof.md} alone: not one line is shared with the service,
 * so a mistake there is not repeated here. The JDK is all it needs, and it asks nobody: what it is told to trust is
 * what was written down before the draw.
 */
@NullMarked
package io.parvis.verify;

import org.jspecify.annotations.NullMarked;
