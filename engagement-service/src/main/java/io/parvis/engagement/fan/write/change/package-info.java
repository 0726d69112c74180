/** Correcting where a fan lives, and how the person is called and reached. */
@NullMarked
package io.parvis.engagement.fan.write.change;

import org.jspecify.annotations.NullMarked;
