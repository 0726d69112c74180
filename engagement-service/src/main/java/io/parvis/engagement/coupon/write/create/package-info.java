/** Setting up a pool. */
@NullMarked
package io.parvis.engagement.coupon.write.create;

import org.jspecify.annotations.NullMarked;
