/**
 * Asks services about themselves: how they are, and what they offer. Apart from the proxy's connections, so that a
 * service whose pool is exhausted can still be asked.
 */
@NullMarked
package io.parvis.gateway.service;

import org.jspecify.annotations.NullMarked;
