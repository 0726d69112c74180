package io.parvis.eventloop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.eventloop.testing.BlocksEventLoop;
import io.parvis.eventloop.testing.LongestLoopIteration;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A loop that stands still is told by health, and a task that holds one by the log. */
@Tag("slow")
@QuarkusTest
@TestProfile(EventLoopWatchdogTest.Impatient.class)
class EventLoopWatchdogTest {

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parvis.event-loop.standstill-limit", "1s", "parvis.event-loop.hold-limit", "50ms");
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PATIENCE_OF_A_PROBE_MILLIS = 500;

    @Inject
    Vertx vertx;

    @Inject
    EventLoopWatchdog watch;

    @Test
    void isLiveWhileEveryLoopAnswers() {
        given().get("/q/health/live").then().statusCode(200).body("checks[0].name", equalTo("event-loops"));
    }

    @Test
    void isNoLongerLiveOnceALoopStandsStill() {
        var mayGoOn = new CountDownLatch(1);
        vertx.getOrCreateContext().runOnContext(go -> waitFor(mayGoOn));
        try {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(statusOf("/q/health/live")).isEqualTo(503));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(statusOf("/q/health/ready")).isEqualTo(503));
            assertThat(watch.stuckLoops()).singleElement().asString().startsWith("vert.x-eventloop-thread-");
        } finally {
            mayGoOn.countDown();
        }
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(statusOf("/q/health/live")).isEqualTo(200));
    }

    @Test
    @BlocksEventLoop
    void findsATaskThatHoldsALoop() {
        watch.drain();

        vertx.getOrCreateContext().runOnContext(go -> burn(Duration.ofMillis(500)));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(watch.drain()).anySatisfy(task -> {
                    assertThat(task.cpu()).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
                    assertThat(task.toString()).contains("EventLoopWatchdogTest.burn");
                }));
    }

    @Test
    @BlocksEventLoop
    void seesHowLongATurnWasWhateverFilledIt() {
        try (var turns = new LongestLoopIteration(vertx)) {
            vertx.getOrCreateContext().runOnContext(go -> burn(Duration.ofMillis(120)));

            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(turns.take()).isBetween(Duration.ofMillis(110), Duration.ofSeconds(1)));
        }
    }

    @Test
    void takesNoTaskThatWaitsForALongTurn() {
        try (var turns = new LongestLoopIteration(vertx)) {
            var done = new CountDownLatch(1);
            vertx.getOrCreateContext().runOnContext(go -> {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                done.countDown();
            });
            waitFor(done);

            assertThat(turns.take()).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void doesNotMindAsMuchInManyTasks() {
        var done = new CountDownLatch(300);
        var context = vertx.getOrCreateContext();
        for (int i = 0; i < 300; i++) {
            context.runOnContext(go -> {
                burn(Duration.ofMillis(2));
                done.countDown();
            });
        }

        waitFor(done);
    }

    @Test
    void doesNotMindATaskThatWaits() {
        var done = new CountDownLatch(1);
        vertx.getOrCreateContext().runOnContext(go -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            done.countDown();
        });

        waitFor(done);
    }

    /** CPU time, whatever else the machine does. */
    private static void burn(Duration cpu) {
        var threads = ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + cpu.toNanos();
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Over a connection of its own, which may be the stuck loop's: then nothing is heard, and 0 returned. */
    private static int statusOf(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + path)
                .toURL()
                .openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout(PATIENCE_OF_A_PROBE_MILLIS);
        try {
            return connection.getResponseCode();
        } catch (SocketTimeoutException unheard) {
            return 0;
        } finally {
            connection.disconnect();
        }
    }
}
