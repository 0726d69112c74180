/** Saying who the brand is as a person in a conversation. */
@NullMarked
package io.parvis.presence.brand.write.persona;

import org.jspecify.annotations.NullMarked;
