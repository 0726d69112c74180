package io.parvis.gateway.health;

import io.parvis.eventloop.ContextExecutor;
import io.parvis.gateway.key.ApiKeyTable;
import io.parvis.gateway.problem.LocalResponse;
import io.parvis.gateway.service.ServiceDescriptions;
import io.parvis.gateway.service.Services;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /q/health/suite}: 200 where everything is up, 503 otherwise, with the state of each part. Anybody may
 * ask, so a result is cached for a second, and it contains states and no reasons.
 */
@ApplicationScoped
class SuiteHealth {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long CACHED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int ORDER = -90;

    private final Services services;
    private final ServiceDescriptions descriptions;
    private final ApiKeyTable keys;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    private record Snapshot(long at, Future<JsonObject> outcome) {

        boolean serves(long now) {
            return !outcome.isComplete() || now - at < CACHED_NANOS;
        }
    }

    SuiteHealth(Services services, ServiceDescriptions descriptions, ApiKeyTable keys) {
        this.services = services;
        this.descriptions = descriptions;
        this.keys = keys;
    }

    void mount(@Observes Router router) {
        router.route("/q/health/suite").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        // Who asked first may be on another event loop: come back to this one.
        var caller = ContextExecutor.current();
        outcome()
                .onComplete(check -> caller.execute(() -> {
                    var body = check.succeeded() ? check.result() : new JsonObject().put("status", "DOWN");
                    context.response().putHeader("Cache-Control", "no-store");
                    LocalResponse.send(
                            context.request(),
                            "UP".equals(body.getString("status")) ? 200 : 503,
                            "application/json",
                            body.toBuffer());
                }));
    }

    private Future<JsonObject> outcome() {
        var now = System.nanoTime();
        var known = latest.get();
        if (known != null && known.serves(now)) {
            return known.outcome();
        }
        var check = new Snapshot(now, check());
        latest.set(check);
        return check.outcome();
    }

    private Future<JsonObject> check() {
        var states = new ArrayList<Future<JsonObject>>();
        states.add(Future.succeededFuture(state("gateway", "UP")));
        states.add(keys.answers().map(answers -> state("database", answers ? "UP" : "DOWN")));
        services.names().forEach(name -> states.add(stateOf(name)));
        return Future.join(List.copyOf(states)).map(all -> suite(all.list()));
    }

    /** A service that has not told its paths yet cannot be reached from outside, however ready it is. */
    private Future<JsonObject> stateOf(String service) {
        return services.ask(service, "/q/health/ready", TIMEOUT)
                .map(answer -> state(service, answer.status() == 200 && descriptions.knows(service) ? "UP" : "DOWN"))
                .otherwise(unreachable -> state(service, "UNREACHABLE"));
    }

    private static JsonObject suite(List<JsonObject> states) {
        var up = states.stream().allMatch(state -> "UP".equals(state.getString("status")));
        return new JsonObject().put("status", up ? "UP" : "DOWN").put("checks", new JsonArray(List.copyOf(states)));
    }

    private static JsonObject state(String name, String status) {
        return new JsonObject().put("name", name).put("status", status);
    }
}
