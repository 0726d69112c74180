/** Entering a contest: once per fan, while it is open, by the rules in force. */
@NullMarked
package io.parvis.engagement.contest.write.enter;

import org.jspecify.annotations.NullMarked;
