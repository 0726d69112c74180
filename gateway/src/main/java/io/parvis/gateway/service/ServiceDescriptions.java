package io.parvis.gateway.service;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The API documents of the services. They are fetched once at the start, then every few seconds, and more often while
 * one is missing. If a service does not respond, its last document stays.
 */
@ApplicationScoped
public class ServiceDescriptions {

    private static final Logger LOG = Logger.getLogger(ServiceDescriptions.class);
    private static final String PLACE = "/q/openapi?format=json";
    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final long PAUSE_MILLIS = 5_000;
    private static final long PAUSE_WHILE_INCOMPLETE_MILLIS = 250;

    private final Vertx vertx;
    private final Services services;
    private volatile Map<String, ServiceDescription> known = Map.of();

    ServiceDescriptions(Vertx vertx, Services services) {
        this.vertx = vertx;
        this.services = services;
    }

    /** By the name of the service, in alphabetical order; never changed, but replaced by another map. */
    public Map<String, ServiceDescription> known() {
        return known;
    }

    /** Whether a service has described itself at least once. */
    public boolean knows(String service) {
        return known.containsKey(service);
    }

    /** Whether every service has. */
    public boolean complete() {
        return known.keySet().containsAll(services.names());
    }

    /** Who is there answers at once, and who is not refuses at once: the start waits only for one that hangs. */
    void begin(@Observes StartupEvent starting) {
        askAll().toCompletionStage().toCompletableFuture().join();
    }

    private Future<Void> askAll() {
        return Future.join(services.names().stream().map(this::ask).toList())
                .<Void>mapEmpty()
                .onComplete(asked ->
                        vertx.setTimer(complete() ? PAUSE_MILLIS : PAUSE_WHILE_INCOMPLETE_MILLIS, again -> askAll()));
    }

    private Future<Void> ask(String service) {
        return Future.succeededFuture()
                .compose(now -> services.ask(service, PLACE, TIMEOUT))
                // On another thread, for documents are long.
                .compose(answer -> vertx.executeBlocking(() -> read(service, answer)))
                .onSuccess(description -> keep(service, description))
                .onFailure(failure -> LOG.debugf("%s does not describe itself: %s", service, failure))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** What a service answers that is not ready is no description, though it may be JSON. */
    private ServiceDescription read(String service, Services.Answer answer) throws IOException {
        if (answer.status() != OK) {
            throw new IOException("Status " + answer.status());
        }
        var before = known.get(service);
        return before != null && before.received().equals(answer.body())
                ? before
                : ServiceDescription.read(service, answer.body());
    }

    private synchronized void keep(String service, ServiceDescription description) {
        if (known.get(service) != description) {
            var next = new TreeMap<>(known);
            next.put(service, description);
            known = Collections.unmodifiableMap(next);
        }
    }
}
