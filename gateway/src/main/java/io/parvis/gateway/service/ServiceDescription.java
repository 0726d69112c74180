package io.parvis.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a service says of itself: its API document, and the paths in it.
 *
 * @param received the document as it came
 * @param document the same, read
 */
public record ServiceDescription(Buffer received, ObjectNode document, List<DeclaredPath> offers) {

    /** The members of a path that are operations. */
    public static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Stands in a path for who answers: what every service offers of itself. */
    public static final String SERVICE = "{service}";

    private static final String STREAM = "application/x-ndjson";
    private static final int MOST_PATHS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param service by name
     * @throws IOException where this is no API document, or one of a form that none of ours has
     */
    static ServiceDescription read(String service, Buffer received) throws IOException {
        if (!(JSON.readTree(received.getBytes()) instanceof ObjectNode document)) {
            throw new IOException("No object");
        }
        var paths = objects(document.path("paths"), "paths");
        if (paths.size() > MOST_PATHS) {
            throw new IOException("More than %d paths".formatted(MOST_PATHS));
        }
        var offers = new ArrayList<DeclaredPath>();
        for (var path : paths.properties()) {
            for (var member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    objects(object(member.getValue(), path.getKey()).path("responses"), path.getKey());
                }
            }
            var streams = path.getValue()
                    .path("post")
                    .path("requestBody")
                    .path("content")
                    .has(STREAM);
            offers.add(new DeclaredPath(path.getKey().replace(SERVICE, service), streams));
        }
        return new ServiceDescription(received, document, List.copyOf(offers));
    }

    /** Whatever joins documents may then rely on what it meets. */
    private static JsonNode objects(JsonNode node, String place) throws IOException {
        if (!node.isMissingNode()) {
            for (var member : object(node, place)) {
                object(member, place);
            }
        }
        return node;
    }

    private static JsonNode object(JsonNode node, String place) throws IOException {
        if (!node.isObject()) {
            throw new IOException("No object at " + place);
        }
        return node;
    }
}
