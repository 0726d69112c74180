/** Files that are never seen half-written, or by anybody else. */
@NullMarked
package io.parvis.launcher.file;

import org.jspecify.annotations.NullMarked;
