package io.parvis.gateway.proxy;

/**
 * A request that was let in.
 *
 * @param service by name
 * @param uri path and query, canonical
 * @param token that tells the service who is calling
 * @param bodyLimit in bytes
 */
public record Passage(String service, String uri, String token, long bodyLimit) {}
