package io.parvis.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.parvis.eventing.command.Refusal;
import io.parvis.wire.MalformedRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type stable; its last segment is the rule's name
 * @param detail for people; never anything from inside the service
 * @param errors where a request is malformed: what is wrong, and where
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
@Schema(
        name = "Problem",
        description = "Why a request was not carried out (RFC 9457). Some rules add members of their own; the"
                + " description of the answer names them.",
        requiredProperties = {"type", "title", "status"})
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Error> errors,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String BASE = "https://parvis.io/problems/";

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer a JSON pointer into the body (RFC 6901), or {@code parameter:name}; empty for the whole
     */
    public record Error(String pointer, String detail) {}

    public static Problem of(String name, int status, String title, @Nullable String detail) {
        return new Problem(URI.create(BASE + name), title, status, detail, null, Map.of());
    }

    /** What a rule forbids: 409, with the rule's name. */
    public static Problem of(Refusal rule) {
        return of(rule.name(), 409, rule.title(), rule.detail()).and(rule.more());
    }

    /** What was sent cannot be read as HTTP; nothing more is read from that connection. */
    public static Problem malformed(MalformedRequest why) {
        return of(why.name(), why.status(), "The request cannot be read", why.detail());
    }

    /** What there is to say of a status that the server gave by itself. */
    public static Problem forStatus(int status) {
        return switch (status) {
            case 400 -> of("invalid-request", 400, "The request is not valid", null);
            case 404 -> of("not-found", 404, "There is nothing here", null);
            case 405 -> of("method-not-allowed", 405, "Not with this method", null);
            case 406 -> of("not-acceptable", 406, "Not in a format you accept", null);
            case 412 -> of("version-mismatch", 412, "The resource is not in a version that If-Match allows", null);
            case 413 -> of("content-too-large", 413, "The body is too large", null);
            case 415 -> of("unsupported-media-type", 415, "Not in this format", "Send application/json.");
            default ->
                status < 500
                        ? of("refused", status, "The request was refused", null)
                        : of("internal-error", status, "Something went wrong on our side", null);
        };
    }

    /** The same with further members. */
    public Problem and(Map<String, Object> further) {
        return new Problem(type, title, status, detail, errors, further);
    }

    public Response answer() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
