/** Registering a brand, under a slug that is never used again. */
@NullMarked
package io.parvis.presence.brand.write.register;

import org.jspecify.annotations.NullMarked;
