/**
 * Carries a request to a service and the answer back, both at once and piece by piece: a stream of any length passes
 * in a few buffers, and the answer may begin, and even end, while the request is still being sent. Each side waits
 * for the other when it is full. There is a limit to silence, none to length. Each service has its own pool, queue
 * and circuit, so that one that is down or slow costs the others nothing.
 */
@NullMarked
package io.parvis.gateway.proxy;

import org.jspecify.annotations.NullMarked;
