/** Watches as callers read them. */
@NullMarked
package io.parvis.reputation.watch.read;

import org.jspecify.annotations.NullMarked;
