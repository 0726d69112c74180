/** Archiving a brand: from then on it does nothing new. */
@NullMarked
package io.parvis.presence.brand.write.archive;

import org.jspecify.annotations.NullMarked;
