package io.parvis.torture.nemesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What somebody on duty does about parked events, through the API. */
public final class Operator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cluster cluster;

    public Operator(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Whether the sequence's events were handled, or none was parked. */
    boolean retry(String service, String processor, String sequence) throws InterruptedException {
        var body = Map.of("processor", processor, "sequence", sequence);
        try {
            var request = request(path(service) + "/retry")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException away) {
            return false;
        }
    }

    /** Retries all that is parked anywhere; returns whether nothing is left. */
    public boolean retryAll() throws InterruptedException {
        var all = true;
        for (var service : List.of("presence", "engagement", "reputation")) {
            try {
                var answer = http.send(request(path(service)).build(), BodyHandlers.ofString());
                all &= answer.statusCode() == OK && retryEach(service, JSON.readTree(answer.body()));
            } catch (IOException away) {
                all = false;
            }
        }
        return all;
    }

    private boolean retryEach(String service, JsonNode listing) throws InterruptedException {
        for (var parked : listing.path("items")) {
            retry(
                    service,
                    parked.path("processor").asText(),
                    parked.path("sequence").asText());
        }
        return listing.path("items").isEmpty();
    }

    private static String path(String service) {
        return "/v1/operations/" + service + "/parked-events";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cluster.url(ClusterMember.GATEWAY) + path))
                .header("X-API-Key", cluster.apiKey())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10));
    }
}
