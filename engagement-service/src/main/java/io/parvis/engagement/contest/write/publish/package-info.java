/** Offering a contest to the public, decided with the brand's life. */
@NullMarked
package io.parvis.engagement.contest.write.publish;

import org.jspecify.annotations.NullMarked;
