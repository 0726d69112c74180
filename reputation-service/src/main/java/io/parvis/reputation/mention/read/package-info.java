/** Mentions as callers read them. */
@NullMarked
package io.parvis.reputation.mention.read;

import org.jspecify.annotations.NullMarked;
