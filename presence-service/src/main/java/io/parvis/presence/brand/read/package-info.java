/** Brands and personas as callers read them. */
@NullMarked
package io.parvis.presence.brand.read;

import org.jspecify.annotations.NullMarked;
