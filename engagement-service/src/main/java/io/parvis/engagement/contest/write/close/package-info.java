/** Closing a contest, by hand or by itself, and sealing which entries take part. */
@NullMarked
package io.parvis.engagement.contest.write.close;

import org.jspecify.annotations.NullMarked;
