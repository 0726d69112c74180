/** The time of some points, or of a tier, has come. */
@NullMarked
package io.parvis.engagement.reward.write.settle;

import org.jspecify.annotations.NullMarked;
