/** Forgetting a fan. */
@NullMarked
package io.parvis.engagement.fan.write.erase;

import org.jspecify.annotations.NullMarked;
