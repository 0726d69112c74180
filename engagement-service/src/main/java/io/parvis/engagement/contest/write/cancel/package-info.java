/** Calling a contest off, before its draw. */
@NullMarked
package io.parvis.engagement.contest.write.cancel;

import org.jspecify.annotations.NullMarked;
