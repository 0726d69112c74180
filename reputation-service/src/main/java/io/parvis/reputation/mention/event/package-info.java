/** What happens to mentions. */
@NullMarked
package io.parvis.reputation.mention.event;

import org.jspecify.annotations.NullMarked;
