/** Names that nobody gave before, and the random bytes that they and secrets are made of. */
@NullMarked
package io.parvis.eventing.id;

import org.jspecify.annotations.NullMarked;
