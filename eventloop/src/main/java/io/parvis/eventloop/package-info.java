/**
 * Event loops serve all requests, so no task may block one. A watchdog reports stuck loops (health) and blocking
 * tasks (log).
 */
@NullMarked
package io.parvis.eventloop;

import org.jspecify.annotations.NullMarked;
