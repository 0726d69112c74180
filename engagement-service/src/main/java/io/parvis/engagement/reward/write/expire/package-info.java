/** Points whose time has come. */
@NullMarked
package io.parvis.engagement.reward.write.expire;

import org.jspecify.annotations.NullMarked;
