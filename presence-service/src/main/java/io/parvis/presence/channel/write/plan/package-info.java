/** Planning a channel, under a handle or address that no other holds. */
@NullMarked
package io.parvis.presence.channel.write.plan;

import org.jspecify.annotations.NullMarked;
