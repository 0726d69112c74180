/**
 * A channel is a place where a brand speaks or listens: planned first, opened only when the brand is ready for it. A
 * handle or address belongs to one brand at a time per kind of channel.
 */
@NullMarked
package io.parvis.presence.channel;

import org.jspecify.annotations.NullMarked;
