/** Saying what is rewarded. */
@NullMarked
package io.parvis.engagement.reward.write.programme;

import org.jspecify.annotations.NullMarked;
