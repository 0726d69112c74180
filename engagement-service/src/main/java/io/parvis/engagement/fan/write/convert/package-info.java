/** Reporting that a fan became a customer. */
@NullMarked
package io.parvis.engagement.fan.write.convert;

import org.jspecify.annotations.NullMarked;
