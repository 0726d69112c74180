/**
 * A service with a processor as all services have it, and a handler that does nothing: how fast events come to a handler,
 * and how soon.
 */
@NullMarked
package io.parvis.bench.handlers;

import org.jspecify.annotations.NullMarked;
