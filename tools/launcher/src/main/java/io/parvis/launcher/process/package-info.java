/**
 * Processes that outlive a call. Each gets a session of its own, so that Ctrl-C reaches the launcher alone and it can
 * stop them in order; a pid file, so that the next launcher finds what a killed one left behind; and a log file of its
 * own. A supervisor starts again what dies, ever more slowly, and gives up on what does nothing but die. Nothing is
 * signalled that does not match its pid file in pid, start time and executable.
 */
@NullMarked
package io.parvis.launcher.process;

import org.jspecify.annotations.NullMarked;
