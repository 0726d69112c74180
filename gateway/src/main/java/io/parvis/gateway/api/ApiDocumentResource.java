package io.parvis.gateway.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The API document, for everybody, and the way from the bare address to the page to try it. */
@Path("/")
public class ApiDocumentResource {

    private final ApiDocuments documents;

    ApiDocumentResource(ApiDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Operation(hidden = true)
    public Response welcome() {
        // Not as a location: that would be made absolute, with whatever host the client named.
        return Response.status(302).header("Location", "/docs").build();
    }

    @GET
    @Path("openapi.json")
    @Operation(hidden = true)
    public Uni<Response> json() {
        return answer("application/json", ApiDocument::json);
    }

    @GET
    @Path("openapi.yaml")
    @Operation(hidden = true)
    public Uni<Response> yaml() {
        return answer("application/yaml", ApiDocument::yaml);
    }

    private Uni<Response> answer(String type, Function<ApiDocument, String> form) {
        return Uni.createFrom()
                .completionStage(() -> documents.current().toCompletionStage())
                .map(document -> Response.ok(form.apply(document), type + ";charset=utf-8")
                        .header("Cache-Control", "public, max-age=10")
                        .build());
    }
}
