package io.parvis.gateway.client;

/**
 * Who sent a request, as far as it can be known.
 *
 * @param address of the client, or the name that a trusted proxy gives it ({@code _hidden})
 * @param countedAs what its limits are counted by
 * @param scheme by which it came to the first machine of ours: {@code http} or {@code https}
 */
public record Client(String address, String countedAs, String scheme) {}
