/**
 * A brand is a legal person that speaks. It is registered once under a slug that is never reused, may go by another
 * name, says who it is as a person in a conversation (its persona), and may be archived; then nothing new is done in its
 * name. Registered and archived are published to the other services, which decide with them.
 */
@NullMarked
package io.parvis.presence.brand;

import org.jspecify.annotations.NullMarked;
