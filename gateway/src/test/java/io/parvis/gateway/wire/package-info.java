/** How the gateway parses requests, tested byte by byte from outside. */
@NullMarked
package io.parvis.gateway.wire;

import org.jspecify.annotations.NullMarked;
