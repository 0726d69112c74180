/** Adding a watch. */
@NullMarked
package io.parvis.reputation.watch.write.add;

import org.jspecify.annotations.NullMarked;
