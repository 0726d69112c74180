package io.parvis.gateway.testing;

/** The three services behind the gateway. */
public record Stubs(StubService presence, StubService engagement, StubService reputation) {

    StubService named(String name) {
        return switch (name) {
            case "presence" -> presence;
            case "engagement" -> engagement;
            case "reputation" -> reputation;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
