/** Taking mentions in, one by one or as a stream of any length. */
@NullMarked
package io.parvis.reputation.mention.write.capture;

import org.jspecify.annotations.NullMarked;
