/** What happens to channels. */
@NullMarked
package io.parvis.presence.channel.event;

import org.jspecify.annotations.NullMarked;
