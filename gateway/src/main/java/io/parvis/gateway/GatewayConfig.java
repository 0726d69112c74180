package io.parvis.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What leads where, and how much of it. */
// Over 200 lines: every setting of the gateway with its documentation.
@ConfigMapping(prefix = "parvis.gateway")
public interface GatewayConfig {

    /** The services by name. */
    Map<String, Service> services();

    /**
     * Lines that come before what the services declare, such as one with another limit; the first that matches wins. None
     * is needed: a path leads to the service whose API document has it.
     */
    List<Route> routes();

    /** The largest request body of a route that does not say otherwise. */
    @WithDefault("2M")
    MemorySize bodyLimit();

    /** How services are spoken to. */
    Upstream upstream();

    /** How much of the gateway a client may hold, and for how long. */
    Clients clients();

    /** Who speaks for clients that are not connected themselves. */
    Proxies proxies();

    /** When a service that does not answer is left alone. */
    Circuit circuit();

    /** How long a key is known without asking. */
    Keys keys();

    /** Where a service is. */
    interface Service {

        /** Scheme, host and port, such as {@code http://localhost:8081}; no path. */
        String url();
    }

    /** One line of the table. */
    interface Route {

        /** A template: {@code {name}} stands for one segment, a last {@code **} for any number of them or none. */
        String path();

        /** The name of a service. */
        String service();

        /** Whether it is public: nobody is asked for a key, and the service is told of none. */
        @WithDefault("false")
        boolean open();

        /** The largest request body here; the gateway's if absent. */
        Optional<MemorySize> bodyLimit();

        /** Media types whose bodies have no limit here where they are posted, because they are read as streams. */
        Optional<Set<String>> unbounded();
    }

    /** How services are spoken to; each service has a pool of its own. */
    interface Upstream {

        /** Connections per service. */
        @WithDefault("256")
        int poolSize();

        /** Requests per service that may wait for a connection; one more is a 503. */
        @WithDefault("1024")
        int maxWaiting();

        /** How long one may wait for a connection; then 503. */
        @WithDefault("5s")
        Duration poolTimeout();

        /** How long making a connection may take; then 502. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** How long a service that has the whole request, or reads no more of it, may stay silent; then 504. */
        @WithDefault("30s")
        Duration responseTimeout();

        /** How long a stream may rest, both ways; there is no limit to how long it may last. */
        @WithDefault("60s")
        Duration idleTimeout();

        /** How long an unused connection is kept. */
        @WithDefault("30s")
        Duration keepAlive();
    }

    /** Limits of one client; it is told apart by its address, of IPv6 by the first 64 bits. */
    interface Clients {

        /** How long a new connection may take to its first whole request head; then it is closed. */
        @WithDefault("10s")
        Duration headTimeout();

        /**
         * How long a connection may stay without a request, until the next one's head is whole; then it is closed. Longer
         * than the 60 s after which most balancers close theirs: who closes first must be the side that sends.
         */
        @WithDefault("75s")
        Duration keepAlive();

        /** The least that a body must bring per second while the service takes it; then 408. */
        @WithDefault("256")
        MemorySize minimumBodyRate();

        /** How long a body may bring nothing; what came faster than the least rate buys this time anew. */
        @WithDefault("20s")
        Duration bodyRest();

        /** The least that a client must take of a service's answer per second while it waits for the client; then it is cut. */
        @WithDefault("1K")
        MemorySize minimumAnswerRate();

        /** How long a client may take for what the gateway has whole: its own pages, and the end of a service's answer. */
        @WithDefault("2m")
        Duration answerTimeout();

        /** Requests on one HTTP/2 connection at once; further streams are refused. */
        @WithDefault("100")
        long streamsPerConnection();

        /** Connections of one client at once; the next one is closed. A trusted proxy may have any number. */
        @WithDefault("1024")
        int connectionsPerAddress();

        /** Requests of one client under way at once, until their answers have left; the next one is a 429. */
        @WithDefault("250")
        int requestsPerAddress();

        /**
         * How much of a service one client may hold: so many per cent of the connections to it that others leave. One
         * it may have in any case; beyond its share it is a 429. 100 is no limit.
         */
        @WithDefault("25")
        int shareOfService();
    }

    /** Machines of ours before the gateway, such as an ingress; their word on whom they speak for is taken. */
    interface Proxies {

        /** Their addresses, single ones or networks such as {@code 10.0.0.0/8}. */
        Optional<List<String>> trusted();

        /**
         * The header by which they tell it; the other one is not looked at, for clients could set it. So there is no
         * default: a proxy that writes only the other one would hand on what clients say of themselves.
         */
        Optional<ForwardingHeader> header();
    }

    /** How proxies tell of clients. */
    enum ForwardingHeader {
        /** {@code Forwarded} (RFC 7239). */
        FORWARDED,
        /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
        X_FORWARDED
    }

    /** When a service that does not answer is left alone. */
    interface Circuit {

        /** Failures in a row, with no answer between them, that open the circuit. */
        @WithDefault("8")
        int failures();

        /** How long it stays open before one request tries again. */
        @WithDefault("1s")
        Duration openFor();
    }

    /** How long a key is known without asking the database. */
    interface Keys {

        /** How long an answer of the database, be it yes or no, is taken for true; at most 5 s. */
        @WithDefault("5s")
        Duration freshFor();

        /** How long a valid key is honoured while the database cannot be asked; at most a minute. */
        @WithDefault("60s")
        Duration honouredFor();

        /** How many keys are remembered. */
        @WithDefault("10000")
        int remembered();
    }
}
