/**
 * What an event looks like in the log: its stable name and version (given by Axon's {@code @Event}, never derived from
 * a Java package), its JSON, its tags, and the way from an old version to the newest.
 */
@NullMarked
package io.parvis.eventing.event;

import org.jspecify.annotations.NullMarked;
