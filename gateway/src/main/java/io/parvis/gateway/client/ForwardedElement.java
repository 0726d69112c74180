package io.parvis.gateway.client;

import org.jspecify.annotations.Nullable;

/**
 * What one proxy says about its client.
 *
 * @param node the client
 * @param scheme by which it came, if that is said
 */
record ForwardedElement(ForwardedNode node, @Nullable String scheme) {}
