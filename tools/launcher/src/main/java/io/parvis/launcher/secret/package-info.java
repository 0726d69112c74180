/**
 * The secrets of one checkout: passwords, the gateway's signing key, and API keys for development. Made at the first
 * start, kept in files that only their owner may read, and handed to processes by environment, never on a command
 * line.
 */
@NullMarked
package io.parvis.launcher.secret;

import org.jspecify.annotations.NullMarked;
