/** Who holds which prize. */
@NullMarked
package io.parvis.engagement.contest.read.winners;

import org.jspecify.annotations.NullMarked;
