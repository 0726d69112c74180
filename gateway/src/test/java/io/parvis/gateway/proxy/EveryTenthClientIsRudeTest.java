package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many clients at once, every tenth of which closes right after it has sent its request: the others get their answers.
 * {@code -Drude.requests=100000} for the long form.
 */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class EveryTenthClientIsRudeTest {

    private static final int REQUESTS = Integer.getInteger("rude.requests", 4_000);
    /** With the connections to a service that rude clients leave behind, no more than are allowed here. */
    private static final int THREADS = 4;

    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    @Test
    void allOthersAreAnswered() throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (var i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
                            ask(i);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }

        assertThat(new TreeMap<>(answers)).containsOnlyKeys("HTTP/1.1 200 OK");
    }

    private void ask(int i) throws IOException {
        try (var connection = new RawHttp(RestAssured.port)) {
            var body = "{\"n\":" + i + "}";
            connection.write("POST /v1/brands HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + TestKeys.EVERYTHING
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            if (i % 10 != 0) {
                var status = connection.readHead().lines().findFirst().orElse("nothing");
                answers.computeIfAbsent(status, new_ -> new AtomicInteger()).incrementAndGet();
            }
        }
    }
}
