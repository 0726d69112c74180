/** Changing what a brand is called and how it speaks; its slug stays. */
@NullMarked
package io.parvis.presence.brand.write.change;

import org.jspecify.annotations.NullMarked;
