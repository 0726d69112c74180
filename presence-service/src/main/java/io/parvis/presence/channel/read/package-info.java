/** Channels as callers read them. */
@NullMarked
package io.parvis.presence.channel.read;

import org.jspecify.annotations.NullMarked;
