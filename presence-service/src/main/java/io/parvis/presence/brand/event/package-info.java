/** What happens to brands, beside what is published to the other services. */
@NullMarked
package io.parvis.presence.brand.event;

import org.jspecify.annotations.NullMarked;
