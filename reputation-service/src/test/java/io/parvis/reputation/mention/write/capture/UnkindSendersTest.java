package io.parvis.reputation.mention.write.capture;

import static io.parvis.eventing.testing.TestCallers.everywhere;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.edge.Caller;
import io.parvis.eventing.edge.Positions;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.StrictJson;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.write.capture.IntakeMemory.Share;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever senders do, a stream holds no more than its part, and when it is over nothing of it is left. */
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class UnkindSendersTest {

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    IntakeMemory memory;

    @Inject
    Commands commands;

    @Inject
    StrictJson json;

    @Inject
    Positions positions;

    @Inject
    ObjectMapper mapper;

    @Inject
    OriginIndex index;

    @Inject
    Vertx vertx;

    private String brandId;

    @BeforeEach
    void brandRegistered() {
        brandId = "b" + UUID.randomUUID();
        new RecordedFacts(engine)
                .record(new BrandRegistered(brandId, brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
    }

    @Test
    void holdsSoManyBytesOfLongLinesOverAllStreams() throws Exception {
        int streams = 4;
        int lines = 24;
        var most = new AtomicLong();
        var over = new AtomicBoolean();
        Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                most.accumulateAndGet(memory.underWay(), Math::max);
                Thread.onSpinWait();
            }
        });
        var padding = " ".repeat(MentionIntake.MAX_LINE_BYTES - 200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ArrayList<Future<String>>();
            for (int stream = 0; stream < streams; stream++) {
                var name = "s" + stream;
                ended.add(threads.submit(() -> {
                    try (var client = client()) {
                        var last = new AtomicReference<String>();
                        client.exchange(
                                IntStream.range(0, lines)
                                        .mapToObj(i -> (padding + MentionStreamTest.line(name + "-" + i, "long"))
                                                .getBytes(UTF_8))
                                        .iterator(),
                                last::set);
                        return last.get();
                    }
                }));
            }
            for (var stream : ended) {
                assertThat(JsonPath.from(stream.get()).getInt("summary.created"))
                        .isEqualTo(lines);
            }
        } finally {
            over.set(true);
        }

        assertThat(most.get())
                .isPositive()
                .isLessThanOrEqualTo((long) streams * MentionIntake.MAX_BYTES_UNDER_WAY)
                .isLessThanOrEqualTo(memory.mostUnderWay());
        nothingIsLeft();
    }

    @Test
    void keepsNothingOfWhoeverHangsUp() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var client = client()) {
                client.send(MentionStreamTest.line("hung-up-" + i, "said")
                        .repeat(300)
                        .getBytes(UTF_8));
                client.send("half a li".getBytes(UTF_8));
                client.flush();
            }
        }

        nothingIsLeft();
    }

    @Test
    void breaksOffWhoeverSendsNothing() throws Exception {
        var server = impatient();
        try (var client = new StreamClient(server.actualPort(), "/", "")) {
            client.send("half a li".getBytes(UTF_8));
            client.flush();
            client.readUntilBrokenOff();
        } finally {
            server.close();
        }

        nothingIsLeft();
    }

    @Test
    void breaksOffWhoeverReadsNothing() throws Exception {
        var server = impatient();
        try (var client = new StreamClient(server.actualPort(), "/", "")) {
            client.sendUntilBrokenOff("not json\n".repeat(5000).getBytes(UTF_8));
        } finally {
            server.close();
        }

        nothingIsLeft();
    }

    @Test
    void refusesAStreamTooMany() throws Exception {
        var open = new ArrayList<Share>();
        for (int i = memory.streams(); i < memory.mostStreams(); i++) {
            open.add(memory.open(() -> {}));
        }
        try (var client = client()) {
            client.end();

            assertThat(client.status()).isEqualTo(503);
            assertThat(client.headers()).contains("retry-after: 1");
        } finally {
            open.forEach(Share::close);
        }
    }

    private void nothingIsLeft() {
        await().untilAsserted(() -> {
            assertThat(memory.streams()).isZero();
            assertThat(memory.underWay()).isZero();
        });
    }

    private StreamClient client() throws Exception {
        return new StreamClient("/v1/brands/" + brandId + "/mentions", everywhere("partner"));
    }

    /** Streams are taken in as the service does it, and broken off a moment after nothing moves. */
    private HttpServer impatient() {
        return vertx.createHttpServer()
                .requestHandler(this::begin)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void begin(HttpServerRequest request) {
        var loop = Vertx.currentContext();
        var lines = new LineIntake(
                commands,
                index,
                json,
                brandId,
                RequestFacts.termsOf(new Caller("test", "test", Set.of()), null),
                work -> loop.runOnContext(now -> work.run()));
        new MentionIntake(request, lines, new AnswerLines(request.response(), positions, mapper), loop, memory)
                .begin(Duration.ofMillis(300));
    }
}
