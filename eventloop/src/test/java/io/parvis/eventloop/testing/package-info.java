/**
 * Fails every {@code @QuarkusTest} in which a task blocked an event loop, in all modules with this on their class
 * path.
 */
@NullMarked
package io.parvis.eventloop.testing;

import org.jspecify.annotations.NullMarked;
