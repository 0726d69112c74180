/**
 * The entry of every request. A path is parsed strictly: what could mean one thing here and another in a service (an
 * encoded slash, dots, empty segments, parameters) is refused, and a service gets the path as it was understood here.
 * Then it leads to the service that declares it; what nobody declares does not exist, so nothing of a service is
 * reachable that it does not document. The gateway's own pages are listed one by one. Last, the caller is identified
 * and let through.
 */
@NullMarked
package io.parvis.gateway.routing;

import org.jspecify.annotations.NullMarked;
