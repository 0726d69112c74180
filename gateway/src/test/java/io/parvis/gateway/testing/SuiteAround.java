package io.parvis.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.json.JsonObject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The suite around the gateway: its database, three services, keys; and limits small enough to run into. */
public final class SuiteAround implements QuarkusTestResourceLifecycleManager {

    /** The name of the argument that names a service that is not ready when the gateway starts. */
    public static final String LATE = "late";

    private Optional<String> late = Optional.empty();
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Vertx vertx;
    private @Nullable Stubs stubs;

    @Override
    public void init(Map<String, String> arguments) {
        late = Optional.ofNullable(arguments.get(LATE));
    }

    @Override
    public Map<String, String> start() {
        var database = startDatabase();
        postgres = database;
        // The services read whatever they are sent: that it can be read is for the gateway to see to.
        var runner = new VertxBuilder().serviceProviders(List.of()).init().vertx();
        vertx = runner;
        var services = new Stubs(
                new StubService(runner, "presence").start(),
                new StubService(runner, "engagement").start(),
                new StubService(runner, "reputation").start());
        services.presence()
                .describes(describing(
                        "/v1/brands",
                        "/v1/brands/{brandId}",
                        "/v1/brands/{brandId}/archive",
                        "/v1/brands/{brandId}/persona",
                        "/v1/brands/{brandId}/channels/{channelId}/evidence/{criterion}",
                        "/v1/operations/{service}/parked-events"));
        services.engagement()
                .describes(describing(
                        "/v1/brands/{brandId}/fans",
                        "/v1/brands/{brandId}/fans/{fanId}/consents",
                        "/v1/brands/{brandId}/contests/{contestId}/entries",
                        "/v1/brands/{brandId}/campaigns/{campaignId}/circles",
                        "/v1/operations/{service}/parked-events",
                        "/v1/operations/{service}/parked-events/retry",
                        "/v1/public/contests/{contestId}",
                        "/v1/public/contests/{contestId}/{part}",
                        "/v1/public/draw-keys",
                        "/v1/public/r/{token}"));
        var reputation =
                describing("/v1/brands/{brandId}/mentions/{mentionId}", "/v1/operations/{service}", "/q/secret");
        reputation.getJsonObject("paths").put("/v1/brands/{brandId}/mentions", takingStreams());
        services.reputation().describes(reputation);
        late.ifPresent(name -> services.named(name).ready(false));
        stubs = services;
        var pair = TestKeys.signingPair();
        var config = new HashMap<String, String>();
        config.put("parvis.database.url", "postgresql://localhost:" + database.getPort() + "/postgres");
        config.put("parvis.database.username", "gateway");
        config.put("parvis.database.password", "secret");
        config.put("parvis.signing-key", TestKeys.base64(pair.getPrivate()));
        config.put("test.public-key", TestKeys.base64(pair.getPublic()));
        config.put("parvis.gateway.services.presence.url", services.presence().url());
        config.put(
                "parvis.gateway.services.engagement.url", services.engagement().url());
        config.put(
                "parvis.gateway.services.reputation.url", services.reputation().url());
        config.put("parvis.gateway.upstream.pool-size", "8");
        config.put("parvis.gateway.clients.share-of-service", "100");
        config.put("parvis.gateway.upstream.max-waiting", "2");
        config.put("parvis.gateway.upstream.response-timeout", "700ms");
        config.put("parvis.gateway.upstream.idle-timeout", "3s");
        config.put("parvis.gateway.circuit.failures", "4");
        config.put("parvis.gateway.keys.fresh-for", "200ms");
        config.put("parvis.initial-api-keys.everything.key", TestKeys.EVERYTHING);
        config.put("parvis.initial-api-keys.everything.roles", "ops,admin");
        config.put("parvis.initial-api-keys.editor.key", TestKeys.EDITOR);
        config.put("parvis.initial-api-keys.editor.roles", "editor");
        config.put("parvis.initial-api-keys.editor.brands", "b-1,b-2");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(stubs),
                field -> field.getType().getName().equals(Stubs.class.getName()));
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A document with these paths, each of which can be read. */
    public static JsonObject describing(String... paths) {
        var described = new JsonObject();
        for (var path : paths) {
            described.put(path, new JsonObject().put("get", new JsonObject()));
        }
        return new JsonObject().put("openapi", "3.1.0").put("paths", described);
    }

    private static JsonObject takingStreams() {
        var content = new JsonObject()
                .put("application/json", new JsonObject())
                .put("application/x-ndjson", new JsonObject());
        return new JsonObject()
                .put("post", new JsonObject().put("requestBody", new JsonObject().put("content", content)));
    }

    private static EmbeddedPostgres startDatabase() {
        try {
            var database = EmbeddedPostgres.start();
            try (var connection = database.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role gateway login password 'secret'");
                statement.execute("create schema gateway authorization gateway");
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
