/** Statements and programmes as callers read them. */
@NullMarked
package io.parvis.engagement.reward.read;

import org.jspecify.annotations.NullMarked;
