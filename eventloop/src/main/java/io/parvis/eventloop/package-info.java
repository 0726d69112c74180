/**
 * Event loops serve everybody, so that nobody may hold one: a watch beside them sees which loop stands still, and what
 * has held one for how long. Health tells the first, the log the second.
 */
@NullMarked
package io.parvis.eventloop;

import org.jspecify.annotations.NullMarked;
