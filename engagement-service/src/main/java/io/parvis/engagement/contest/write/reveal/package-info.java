/** The end of an instant win: its seed, and with it the winning moments, become public. */
@NullMarked
package io.parvis.engagement.contest.write.reveal;

import org.jspecify.annotations.NullMarked;
