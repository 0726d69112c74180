/** Registering a fan, once per external id and brand. */
@NullMarked
package io.parvis.engagement.fan.write.register;

import org.jspecify.annotations.NullMarked;
