/** What a person sees of the launcher: progress, problems, and why it will not start. */
@NullMarked
package io.parvis.launcher.console;

import org.jspecify.annotations.NullMarked;
