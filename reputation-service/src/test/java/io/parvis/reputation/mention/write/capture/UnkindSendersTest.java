package io.parvis.reputation.mention.write.capture;

import static io.parvis.edge.testing.TestCallers.everywhere;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.KnownBrand;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.write.capture.IntakeMemoryLimit.Share;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever senders do, a stream holds no more than its part, and when it is over nothing of it is left. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class UnkindSendersTest {

    private static final int PIECES = 8;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    IntakeMemoryLimit memory;

    @Inject
    OriginIndex index;

    @Inject
    IntakeServers servers;

    private final LoggedErrors errors = new LoggedErrors();

    private String brandId;

    @BeforeEach
    void brandRegistered() {
        brandId = KnownBrand.registered(new RecordedFacts(engine));
        errors.record();
    }

    /** Anybody could fill the log. */
    @AfterEach
    void noErrorWasLogged() {
        assertThat(errors.recorded()).isEmpty();
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

    /** Whoever sends a long line slowly is at work: each piece of it counts, whether or not it ends a line. */
    @Test
    void letsAStreamGoOnThatBringsPartOfALineOnly() throws Exception {
        var begun = new CompletableFuture<Begun>();
        var server = servers.listen(request -> {
            var intake = servers.intake(request, new BrandId(brandId), index);
            intake.begin(Duration.ofDays(1));
            begun.complete(new Begun(request, intake, Vertx.currentContext()));
        });
        var line = MentionStreamTest.line("in-pieces", "Slowly said").getBytes(UTF_8);
        try (var client = new StreamClient(server.actualPort(), "/", "")) {
            var stream = begun.get(10, TimeUnit.SECONDS);
            var last = new AtomicReference<String>();
            client.exchange(
                    IntStream.range(0, PIECES)
                            .mapToObj(i -> {
                                client.flushed();
                                stream.isLookedAtAfter(line.length * i / PIECES);
                                return Arrays.copyOfRange(
                                        line, line.length * i / PIECES, line.length * (i + 1) / PIECES);
                            })
                            .iterator(),
                    last::set);

            assertThat(JsonPath.from(last.get()).getInt("summary.created")).isEqualTo(1);
        } finally {
            server.close();
        }

        nothingIsLeft();
    }

    /** A stream under way, whose idle timer the test is. */
    private record Begun(HttpServerRequest request, MentionIntake intake, Context loop) {

        void isLookedAtAfter(int bytes) {
            if (bytes == 0) {
                return;
            }
            await().until(() -> onLoop(request::bytesRead) >= bytes);
            onLoop(() -> {
                intake.endIfIdle();
                return true;
            });
        }

        private <T> T onLoop(Supplier<T> work) {
            var done = new CompletableFuture<T>();
            loop.runOnContext(now -> done.complete(work.get()));
            return done.join();
        }
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

    /** Breaks streams off a moment after nothing moves. */
    private HttpServer impatient() {
        return servers.listen(
                request -> servers.intake(request, new BrandId(brandId), index).begin(Duration.ofMillis(300)));
    }
}
