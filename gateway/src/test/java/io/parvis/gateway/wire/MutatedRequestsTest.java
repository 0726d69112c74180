package io.parvis.gateway.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests, and beside them polite clients, who notice nothing. How many is told by
 * {@code -Dfuzz.requests=100000}.
 */
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class MutatedRequestsTest {

    private static final Logger LOG = Logger.getLogger(MutatedRequestsTest.class);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
    /** So few that eight connections to a service are nearly always enough for what they send at once. */
    private static final int SENDERS = 3;
    /** Of a gateway that waits for the rest of a request. */
    private static final int SILENCE_MILLIS = 10;

    private static final Pattern OUR_FAULT = Pattern.compile("HTTP/1\\.[01] 50[024]");
    private static final String NO_CONNECTION_FREE = "/service-unavailable\"";

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger polite = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void areNobodyElsesBusiness() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var politeClients = new ArrayList<Future<?>>();
            politeClients.add(clients.submit(() -> askPolitely("one")));
            politeClients.add(clients.submit(() -> askPolitely("two")));
            politeClients.add(clients.submit(this::askPolitelyInHttp2));
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < SENDERS; i++) {
                senders.add(clients.submit(this::sendMutants));
            }
            for (var sender : senders) {
                sender.get();
            }
            over.set(true);
            for (var client : politeClients) {
                client.get();
            }
        }
        LOG.infof(
                "%d mutated requests, %d of them answered; %d polite ones got their own answers, %d were turned away",
                REQUESTS, answered.get(), polite.get(), turnedAway.get());

        assertThat(faults).isEmpty();
        assertThat(polite.get()).isPositive();
        for (var i = 0; i < 50; i++) {
            given().get("/v1/public/contests/after").then().statusCode(200);
        }
    }

    private void sendMutants() {
        for (var number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
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
