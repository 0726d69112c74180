package io.parvis.gateway.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventloop.testing.LongestLoopIteration;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests, and beside them polite clients, who notice nothing, and event loops that nobody holds. How many is
 * told by {@code -Dfuzz.requests=100000}.
 */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class MutatedRequestsTest {

    private static final Logger LOG = Logger.getLogger(MutatedRequestsTest.class);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
    /** Until most code that they meet has been loaded and compiled; they are not the ones that are counted. */
    private static final int WARM_UP = 2_000;
    /** Of the CPU time of a loop's thread, for all that it does in one turn. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(50);

    /** So few that eight connections to a service are nearly always enough for what they send at once. */
    private static final int SENDERS = 3;
    /** Of a gateway that waits for the rest of a request. */
    private static final int SILENCE_MILLIS = 10;

    private static final Pattern OUR_FAULT = Pattern.compile("HTTP/1\\.[01] 50[024]");
    private static final String NO_CONNECTION_FREE = "/service-unavailable\"";

    @Inject
    Vertx vertx;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger polite = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void areNobodyElsesBusiness() throws Exception {
        Duration longestTurn;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                var turns = new LongestLoopIteration(vertx)) {
            var politeClients = new ArrayList<Future<?>>();
            politeClients.add(clients.submit(() -> askPolitely("one")));
            politeClients.add(clients.submit(() -> askPolitely("two")));
            politeClients.add(clients.submit(this::askPolitelyInHttp2));
            sendMutants(clients, REQUESTS, REQUESTS + WARM_UP);
            turns.take();
            sendMutants(clients, 0, REQUESTS);
            longestTurn = turns.take();
            over.set(true);
            for (var client : politeClients) {
                client.get();
            }
        }
        LOG.infof(
                "%d mutated requests, %d of them answered; %d polite ones got their own answers, %d were turned away; "
                        + "the longest turn of a loop took %d us",
                REQUESTS + WARM_UP, answered.get(), polite.get(), turnedAway.get(), longestTurn.toNanos() / 1_000);

        assertThat(faults).isEmpty();
        assertThat(polite.get()).isPositive();
        assertThat(longestTurn).isLessThan(LONGEST_TURN);
        for (var i = 0; i < 50; i++) {
            given().get("/v1/public/contests/after").then().statusCode(200);
        }
    }

    /** @param end the first number that is not sent */
    private void sendMutants(ExecutorService clients, int begin, int end) throws Exception {
        var next = new AtomicInteger(begin);
        var senders = new ArrayList<Future<?>>();
        for (var i = 0; i < SENDERS; i++) {
            senders.add(clients.submit(() -> sendMutants(next, end)));
        }
        for (var sender : senders) {
            sender.get();
        }
    }

    private void sendMutants(AtomicInteger next, int end) {
        for (var number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            try (var connection = new RawConnection()) {
                connection.say(Mutations.number(number));
                var answer = connection.hearUntilSilence(SILENCE_MILLIS);
                if (answer.contains("HTTP/1") || number % 3 == 2) {
                    answered.incrementAndGet();
                }
                if (OUR_FAULT.matcher(answer).find()) {
                    faults.add(number + ": " + answer);
                }
            } catch (SocketException reset) {
                LOG.tracef("%d was reset", number);
            } catch (IOException fault) {
                faults.add(number + ": " + fault);
            }
        }
    }

    private Void askPolitely(String name) throws IOException {
        try (var connection = new RawConnection()) {
            for (var i = 0; !over.get(); i++) {
                var path = "/v1/public/contests/polite-" + name + "-" + i;
                connection.say("POST " + path + " HTTP/1.1\r\nHost: g\r\nContent-Length: 5\r\n\r\nhello");
                compare(path, connection.hear().body());
            }
        }
        return null;
    }

    private Void askPolitelyInHttp2() throws IOException {
        for (var i = 0; !over.get(); ) {
            try (var client = new RawHttp2()) {
                for (var times = 0; times < 100 && !over.get(); times++) {
                    var path = "/v1/public/contests/polite-h2-" + i++;
                    compare(
                            path,
                            client.end(client.headers(true, StrictHttp2Test.get(path)))
                                    .body());
                }
            }
        }
        return null;
    }

    private void compare(String path, String answer) {
        if (answer.startsWith("{") && path.equals(new JsonObject(answer).getString("uri"))) {
            polite.incrementAndGet();
        } else if (answer.contains(NO_CONNECTION_FREE)) {
            turnedAway.incrementAndGet();
        } else {
            faults.add(path + " was answered " + answer);
        }
    }
}
