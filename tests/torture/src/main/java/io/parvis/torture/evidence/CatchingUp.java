package io.parvis.torture.evidence;

import io.parvis.torture.cluster.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until services have seen the whole log, and nothing more comes of it. */
final class CatchingUp {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 200;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cluster cluster;
    private final LogReader log;

    CatchingUp(Cluster cluster, LogReader log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** @return what has not caught up; empty where all have */
    List<String> await(List<String> urls) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            var head = log.head();
            var behind = behind(urls, head);
            // Automations may have answered meanwhile.
            if (behind.isEmpty() && log.head() == head) {
                return List.of();
            }
            if (System.nanoTime() > deadline) {
                return behind;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private List<String> behind(List<String> urls, long head) throws SQLException, InterruptedException {
        var behind = new ArrayList<String>();
        for (var url : urls) {
            if (!hasSeen(url, head)) {
                behind.add(url + " has not seen the log up to " + head);
            }
        }
        return behind;
    }

    private boolean hasSeen(String url, long head) throws SQLException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/operations/any/parked-events"))
                .header("Authorization", "Bearer " + cluster.tokens().current())
                .header("Parvis-Position", cluster.marks().of(head))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
