/** What happens to fans. */
@NullMarked
package io.parvis.engagement.fan.event;

import org.jspecify.annotations.NullMarked;
