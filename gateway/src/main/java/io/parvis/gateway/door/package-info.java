/**
 * Where every request comes in. A path is read strictly: what could mean one thing here and another in a service (an
 * encoded slash, dots, empty segments, parameters) is refused, and a service gets the path as it was understood here.
 * Then the table of routes decides; what no route matches does not exist, so nothing of a service is reachable that
 * nobody listed. The gateway's own pages are listed one by one. Last, the caller is identified and let through.
 */
@NullMarked
package io.parvis.gateway.door;

import org.jspecify.annotations.NullMarked;
