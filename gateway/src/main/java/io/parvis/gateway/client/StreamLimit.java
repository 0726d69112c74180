package io.parvis.gateway.client;

import io.parvis.gateway.GatewayConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** How many requests one HTTP/2 connection may carry at once, as its client is told when it connects. */
@ApplicationScoped
class StreamLimit implements HttpServerOptionsCustomizer {

    private final GatewayConfig config;

    StreamLimit(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.getInitialSettings().setMaxConcurrentStreams(config.clients().streamsPerConnection());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
