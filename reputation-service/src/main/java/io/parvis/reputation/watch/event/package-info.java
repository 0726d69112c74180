/** What happens to watches. */
@NullMarked
package io.parvis.reputation.watch.event;

import org.jspecify.annotations.NullMarked;
