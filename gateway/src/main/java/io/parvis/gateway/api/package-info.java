/**
 * One API document for the suite. Each service describes itself; the gateway keeps what of those descriptions is
 * reachable, joins them and adds what it answers itself. A service that is down is described as it
 * last was. A schema that two services define alike is one; where they differ, each carries its service's name.
 */
@NullMarked
package io.parvis.gateway.api;

import org.jspecify.annotations.NullMarked;
