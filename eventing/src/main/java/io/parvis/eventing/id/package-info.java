/** Unique ids, and the random bytes for them and for secrets. */
@NullMarked
package io.parvis.eventing.id;

import org.jspecify.annotations.NullMarked;
