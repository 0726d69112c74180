/** Earning, reserving, burning, releasing and adjusting points, one operation at a time. */
@NullMarked
package io.parvis.engagement.reward.write.move;

import org.jspecify.annotations.NullMarked;
