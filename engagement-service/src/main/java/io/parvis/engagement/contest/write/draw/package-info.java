/** Drawing the winners of a closed contest. */
@NullMarked
package io.parvis.engagement.contest.write.draw;

import org.jspecify.annotations.NullMarked;
