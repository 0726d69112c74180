package io.parvis.gateway.problem;

import io.parvis.wire.MalformedRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Why a request went no further (RFC 9457).
 *
 * @param name the last segment of the problem's type; stable
 * @param detail for people; never anything from inside
 * @param headers what else the answer carries, such as {@code Retry-After}
 * @param parameters of the request that are at fault; empty where it is none of them
 */
public record GatewayProblem(
        int status, String name, String title, String detail, Map<String, String> headers, List<String> parameters) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String BASE = "https://parvis.io/problems/";
    private static final Map<String, String> CLOSE = Map.of("Connection", "close");
    private static final int MOST_TOLD = 20;
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "1");

    private GatewayProblem(int status, String name, String title, String detail) {
        this(status, name, title, detail, Map.of());
    }

    private GatewayProblem(int status, String name, String title, String detail, Map<String, String> headers) {
        this(status, name, title, detail, headers, List.of());
    }

    /** The request cannot be read. */
    public static GatewayProblem invalid(String detail) {
        return new GatewayProblem(400, "invalid-request", "The request is not valid", detail);
    }

    /** What was sent cannot be read as HTTP; nothing more is read from that connection. */
    public static GatewayProblem malformed(MalformedRequest why) {
        return new GatewayProblem(why.status(), why.name(), "The request cannot be read", why.detail(), CLOSE);
    }

    /** @param names of what stands in the query and means nothing there; at most a few are told */
    public static GatewayProblem unknownParameters(Collection<String> names) {
        return new GatewayProblem(
                400,
                "invalid-request",
                "The request is not valid",
                "It has parameters that are not known here.",
                Map.of(),
                names.stream().limit(MOST_TOLD).toList());
    }

    /** No key, or none that is known. */
    public static GatewayProblem notAuthenticated(String detail) {
        return new GatewayProblem(
                401,
                "not-authenticated",
                "Who is calling is not known",
                detail,
                Map.of("WWW-Authenticate", "ApiKey realm=\"parvis\", header=\"X-API-Key\""));
    }

    /** No route leads there. */
    public static GatewayProblem notFound() {
        return new GatewayProblem(404, "not-found", "There is nothing here", "No route leads to this path.");
    }

    /** @param allowed the methods that are */
    public static GatewayProblem methodNotAllowed(String allowed) {
        return new GatewayProblem(
                405,
                "method-not-allowed",
                "Not with this method",
                "Allowed here: " + allowed + ".",
                Map.of("Allow", allowed));
    }

    /** None of the formats that the client takes. */
    public static GatewayProblem notAcceptable() {
        return new GatewayProblem(
                406, "not-acceptable", "Not in a format you accept", "There is none of these formats.");
    }

    /** The client stopped sending before its request was complete. */
    public static GatewayProblem requestTimeout() {
        return new GatewayProblem(408, "request-timeout", "The request did not arrive in time", "Send it again.");
    }

    /** @param limit in bytes */
    public static GatewayProblem tooLarge(long limit) {
        return new GatewayProblem(
                413, "content-too-large", "The body is too large", "At most " + limit + " bytes are read here.");
    }

    /** An {@code Expect} other than {@code 100-continue}. */
    public static GatewayProblem expectationFailed() {
        return new GatewayProblem(
                417, "expectation-failed", "This cannot be expected", "Only 100-continue can be expected.");
    }

    /** One client has too many requests under way. */
    public static GatewayProblem tooManyRequests() {
        return new GatewayProblem(
                429,
                "too-many-requests",
                "Too many requests at once",
                "Wait for answers before you send more.",
                RETRY_SOON);
    }

    /** Something broke in the gateway; the log says what. */
    public static GatewayProblem internal() {
        return new GatewayProblem(500, "internal-error", "Something went wrong", "It has been recorded.");
    }

    /** The service cannot be reached, or hung up without an answer. */
    public static GatewayProblem unreachable(String service) {
        return new GatewayProblem(
                502, "service-unreachable", "The service did not answer", "No answer from " + service + ".");
    }

    /** The service is left alone for a moment, or too many wait for it. */
    public static GatewayProblem unavailable(String service) {
        return new GatewayProblem(
                503,
                "service-unavailable",
                "The service is not available right now",
                "The service " + service + " takes no requests at the moment.",
                RETRY_SOON);
    }

    /** Who is calling cannot be told at the moment. */
    public static GatewayProblem keysUnavailable() {
        return new GatewayProblem(
                503, "keys-unavailable", "Keys cannot be checked right now", "Send the request again.", RETRY_SOON);
    }

    /** No service that has told its paths has this one, and one has not told them yet. */
    public static GatewayProblem pathsUnknown() {
        return new GatewayProblem(
                503,
                "paths-unknown",
                "Not all paths are known yet",
                "A service that has not answered since the gateway started may have this path. Send the request again.",
                RETRY_SOON);
    }

    /** The service took too long. */
    public static GatewayProblem timeout(String service) {
        return new GatewayProblem(
                504,
                "service-timeout",
                "The service did not answer in time",
                "No answer in time from " + service + ".");
    }

    /** As it stands in a body. */
    public JsonObject json() {
        var body = new JsonObject()
                .put("type", BASE + name)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!parameters.isEmpty()) {
            var errors = new JsonArray();
            parameters.forEach(parameter -> errors.add(new JsonObject()
                    .put("pointer", "parameter:" + parameter)
                    .put("detail", "is not a parameter that we know here")));
            body.put("errors", errors);
        }
        return body;
    }
}
