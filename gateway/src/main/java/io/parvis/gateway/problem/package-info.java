/**
 * What the gateway itself refuses, as RFC 9457 has it. Services write their own problems and the gateway passes them
 * on untouched; only what never reached a service, or got no answer from one, is said here. A request whose body
 * nobody will read is drained for a moment, so that the sender sees the answer before the connection closes.
 */
@NullMarked
package io.parvis.gateway.problem;

import org.jspecify.annotations.NullMarked;
