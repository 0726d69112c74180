package io.parvis.eventing.edge;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation in the API document what is true of all of them. */
public class ApiDocument implements OASFilter {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "400", "The request is not valid; `errors` says what and where.",
            "401", "Who is calling is not known.",
            "403", "The caller sees the brand and lacks the role.",
            "404", "There is no such thing, or the caller may not know of it.",
            "503", "Not now, but soon: see `Retry-After`.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (!path.startsWith("/v1/public/")) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("apiKey")));
        }
        EVERYWHERE.forEach((status, description) -> {
            if (operation.getResponses().getAPIResponse(status) == null) {
                operation.getResponses().addAPIResponse(status, problem(description));
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && response.getContent() == null) {
                response.setContent(problem("").getContent());
            }
        });
        header(operation, "Parvis-Position", "Answer only once the service has seen this position; 2 s at most.");
        if (method == PathItem.HttpMethod.POST) {
            header(operation, "Idempotency-Key", "The same key and body have one effect, kept for ever.");
        }
        if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
            header(operation, "If-Match", "The ETag that the resource must still have; else 412.");
        }
    }

    private static void header(Operation operation, String name, String description) {
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)));
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
