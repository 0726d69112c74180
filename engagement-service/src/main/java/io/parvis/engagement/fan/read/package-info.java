/** Fans as callers read them. */
@NullMarked
package io.parvis.engagement.fan.read;

import org.jspecify.annotations.NullMarked;
