package io.parvis.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells callers who they are. */
@Path("/v1/api-keys/self")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class ShowOwnKeyResource {

    /**
     * The key that a request came with.
     *
     * @param principal what the caller is known by everywhere, whichever of its keys it shows
     * @param expiresAt absent where it does not expire
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ApiKey")
    public record OwnKey(
            String keyId,
            String name,
            String principal,
            List<Grant> grants,
            @Nullable Instant expiresAt) {}

    /** On the event loop: a worker would wait until its client has read what it asked for before. */
    @GET
    @NonBlocking
    @Operation(
            operationId = "showOwnApiKey",
            summary = "Who am I?",
            description = "The key that this request came with, and what it may do. Any key may ask.")
    @APIResponse(responseCode = "200", description = "The key")
    @APIResponse(responseCode = "401", description = "Who is calling is not known.")
    @APIResponse(responseCode = "503", description = "Keys cannot be checked right now; see `Retry-After`.")
    public OwnKey show(@Context RoutingContext request) {
        var caller = RequestKeyHolder.of(request);
        return new OwnKey(caller.keyId(), caller.name(), caller.principal(), caller.grants(), caller.expiresAt());
    }
}
