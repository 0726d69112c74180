/** Saying what a fan agrees to. */
@NullMarked
package io.parvis.engagement.fan.write.consent;

import org.jspecify.annotations.NullMarked;
