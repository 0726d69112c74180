package io.parvis.torture.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.torture.cluster.PositionHeader;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.RequestOutcome;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import io.parvis.torture.history.RequestOutcome.Unknown;
import java.net.http.HttpResponse;
import java.util.Set;

/** Reads from an answer what it tells of the outcome, and nothing more. */
final class ResponseReader {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Refusals by somebody who is not there or has no time: they say that nothing was carried out. */
    private static final Set<String> NOT_DONE =
            Set.of("too-contended", "overloaded", "service-unavailable", "keys-unavailable", "not-caught-up");

    private static final int CLIENT_FAULT = 400;
    private static final int SERVER_FAULT = 500;
    private static final int OK = 300;

    private ResponseReader() {}

    static RequestOutcome outcome(Kind kind, HttpResponse<String> answer) {
        var body = parse(answer.body());
        int status = answer.statusCode();
        if (status < OK) {
            var id = kind.idField().isEmpty() ? "" : body.path(kind.idField()).asText();
            return new Acknowledged(status, id, position(answer));
        }
        return refusal(status, problem(body));
    }

    static RequestOutcome refusal(int status, String problem) {
        var refused = status >= CLIENT_FAULT && status < SERVER_FAULT || NOT_DONE.contains(problem);
        return refused ? new Refused(status, problem) : new Unknown(status + " " + problem);
    }

    static String problem(JsonNode body) {
        return body.path("type").asText().replaceFirst(".*/", "");
    }

    static long position(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Parvis-Position")
                .map(PositionHeader::position)
                .orElse(0L);
    }

    static JsonNode parse(String text) {
        try {
            return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException cutShort) {
            return JSON.missingNode();
        }
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
