/** Files that are never seen half-written, or by anybody else. */
@NullMarked
package io.parvis.local.file;

import org.jspecify.annotations.NullMarked;
