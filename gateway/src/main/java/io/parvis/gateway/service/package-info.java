/**
 * Asks services about themselves: how they are, and what they offer. What a service offers is its API document, and the
 * paths in it lead there. Apart from the proxy's connections, so that a service whose pool is exhausted can still be asked.
 */
@NullMarked
package io.parvis.gateway.service;

import org.jspecify.annotations.NullMarked;
