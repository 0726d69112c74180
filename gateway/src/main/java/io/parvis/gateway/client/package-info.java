/**
 * Clients and their limits: the address of a client, which a trusted proxy may tell ({@code Forwarded}); how many
 * connections and requests one address may have at once; and how long a connection may stay without a complete
 * request. A client over a limit is refused; others are not affected.
 */
@NullMarked
package io.parvis.gateway.client;

import org.jspecify.annotations.NullMarked;
