package io.parvis.gateway.key;

/**
 * What a principal may do, and for whom.
 *
 * @param brand a brand's id, or {@code *} for every brand
 * @param role such as {@code editor}
 */
public record Grant(String brand, String role) {}
