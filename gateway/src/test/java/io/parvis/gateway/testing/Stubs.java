package io.parvis.gateway.testing;

/** The three services behind the gateway. */
public record Stubs(StubService presence, StubService engagement, StubService reputation) {}
