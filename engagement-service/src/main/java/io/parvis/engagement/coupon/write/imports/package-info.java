/** Filling a pool with codes. */
@NullMarked
package io.parvis.engagement.coupon.write.imports;

import org.jspecify.annotations.NullMarked;
