package io.parvis.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.gateway.problem.GatewayProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/** What any request may be answered by the gateway itself, whatever its service says. */
final class GatewayResponses {

    private static final String PROBLEM = "Problem";
    private static final Map<String, String> DESCRIPTIONS = new LinkedHashMap<>();

    static {
        DESCRIPTIONS.put("400", "The request is not valid.");
        DESCRIPTIONS.put("401", "Who is calling is not known.");
        DESCRIPTIONS.put("406", "Nothing that Accept allows is answered here.");
        DESCRIPTIONS.put("408", "The request did not arrive in time.");
        DESCRIPTIONS.put("413", "The body is too large.");
        DESCRIPTIONS.put("414", "The path and query are too long.");
        DESCRIPTIONS.put("415", "The body is not in a form that is taken here.");
        DESCRIPTIONS.put("417", "Only 100-continue can be expected.");
        DESCRIPTIONS.put("429", "Too many at once from one address; see `Retry-After`.");
        DESCRIPTIONS.put("431", "The headers are too large.");
        DESCRIPTIONS.put("502", "The service did not answer.");
        DESCRIPTIONS.put("503", "Not now, but soon: see `Retry-After`.");
        DESCRIPTIONS.put("504", "The service did not answer in time.");
    }

    private GatewayResponses() {}

    /** What the service describes itself stays. */
    static void addTo(ObjectNode operation) {
        var isPublic = operation.path("security").isArray()
                && operation.path("security").isEmpty();
        var responses = operation.withObjectProperty("responses");
        DESCRIPTIONS.forEach((status, description) -> {
            if (isPublic && status.equals("401")) {
                return;
            }
            var response = responses.withObjectProperty(status);
            if (!response.has("description")) {
                response.put("description", description);
            }
            if (!response.has("content")) {
                response.putObject("content")
                        .putObject(GatewayProblem.MEDIA_TYPE)
                        .putObject("schema")
                        .put("$ref", "#/components/schemas/" + PROBLEM);
            }
        });
    }

    /** As the services describe it, where any has done so. */
    static void addTheirSchema(ObjectNode components) {
        var schemas = components.withObjectProperty("schemas");
        if (!schemas.has(PROBLEM)) {
            var problem = schemas.putObject(PROBLEM).put("type", "object");
            problem.put("description", "Why a request was not carried out (RFC 9457).");
            problem.putArray("required").add("type").add("title").add("status");
            var properties = problem.putObject("properties");
            properties.putObject("type").put("type", "string").put("format", "uri");
            properties.putObject("title").put("type", "string");
            properties.putObject("status").put("type", "integer").put("format", "int32");
            properties.putObject("detail").put("type", "string");
        }
    }
}
