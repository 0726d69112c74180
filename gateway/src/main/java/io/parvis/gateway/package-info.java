/**
 * Every request passes {@code routing}: it parses the path strictly, finds the route, asks {@code key} who is
 * calling, and hands the request to {@code proxy}, which streams it to a service and the response back, both at once.
 * What the gateway refuses is a {@code problem}. {@code api} merges the services' API documents into one,
 * {@code health} tells how the suite is. No domain word is known here, and no service's code.
 */
@NullMarked
package io.parvis.gateway;

import org.jspecify.annotations.NullMarked;
