/**
 * Streams a request to a service and the response back, both at once: a body of any length passes in a few buffers,
 * and the response may begin, and even end, while the request is still being sent. Back-pressure works in both
 * directions. There are idle timeouts, but no limit to the length of a stream. Each service has its own pool, queue
 * and circuit breaker, so that one that is down or slow does not affect the others.
 */
@NullMarked
package io.parvis.gateway.proxy;

import org.jspecify.annotations.NullMarked;
