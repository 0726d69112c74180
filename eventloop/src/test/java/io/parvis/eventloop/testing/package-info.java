/**
 * What the tests of all modules share. A test fails in which a task held an event loop: of every {@code @QuarkusTest} of
 * whoever has this on its path. And what is slow says so.
 */
@NullMarked
package io.parvis.eventloop.testing;

import org.jspecify.annotations.NullMarked;
