/** Taking back what was not used in time. */
@NullMarked
package io.parvis.engagement.coupon.write.giveback;

import org.jspecify.annotations.NullMarked;
