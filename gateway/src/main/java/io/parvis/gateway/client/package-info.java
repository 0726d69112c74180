/**
 * Who is at the other end, and how much of the gateway they may hold: the address of a client, which a trusted proxy
 * may tell ({@code Forwarded}); how many connections and requests one address may have at once; and how long a
 * connection may stay without a whole request. Whoever is over a limit is refused, the others never notice.
 */
@NullMarked
package io.parvis.gateway.client;

import org.jspecify.annotations.NullMarked;
