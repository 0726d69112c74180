package io.parvis.edge.document;

import io.parvis.edge.problem.Problem;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to every operation of the API document the responses and headers that all have. */
public class CommonResponsesFilter implements OASFilter {

    private static final String CREATED = "It is there; `Location` says where.";
    private static final String TOO_LARGE = "The body is too large: a request's has 2 MB at most.";
    private static final Set<String> MADE_UP = Set.of("Bad Request", "Not Authorized", "Not Allowed");
    private static final String PUBLIC = "/v1/public/";
    private static final String INVALID = "The request is not valid; `errors` says what and where.";
    private static final String UNKNOWN_CALLER = "Who is calling is not known.";
    private static final String ROLE_MISSING = "The caller sees the brand and lacks the role.";
    private static final String NOT_FOUND = "There is no such thing, or the caller may not know of it.";
    private static final String REFUSED = "A rule says no; `type` ends in its name.";
    private static final String STALE = "The resource is in no version that If-Match and If-None-Match allow.";
    private static final String NOT_ACCEPTABLE = "It answers in no format that Accept names.";
    private static final String UNSUPPORTED = "The body is in no format that it takes.";
    private static final String NOT_MODIFIED = "The caller has what would be answered.";
    private static final String KEY_REUSED = "The Idempotency-Key was used for a request with another body.";
    private static final String NOT_NOW =
            "Not now, but soon: see `Retry-After`. `newer-release-needed` while a newer release of the service is"
                    + " rolled out: nothing was recorded.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        "apiKey",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("The gateway knows a caller by it."));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean writes = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
        boolean replaces = method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH;
        describeSuccess(method, operation);
        problem(operation, "400", INVALID);
        if (path.startsWith(PUBLIC)) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("apiKey")));
            problem(operation, "401", UNKNOWN_CALLER);
            problem(operation, "403", ROLE_MISSING);
        }
        problem(operation, "404", NOT_FOUND);
        problem(operation, "406", NOT_ACCEPTABLE);
        if (writes) {
            problem(operation, "409", REFUSED);
            problem(operation, "413", TOO_LARGE);
            problem(operation, "415", UNSUPPORTED);
        } else {
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description(NOT_MODIFIED));
            header(operation, "If-None-Match", "ETags that the caller has, or *; 304 where one would be answered.");
        }
        problem(operation, "412", STALE);
        header(operation, "If-Match", "ETags of which the resource must have one, or * for any; else 412.");
        if (replaces) {
            header(operation, "If-None-Match", "ETags that the resource must not have, or * for any; else 412.");
        }
        if (method == PathItem.HttpMethod.POST) {
            problem(operation, "422", KEY_REUSED);
            header(
                    operation,
                    "Idempotency-Key",
                    "1 to 255 visible ASCII characters. The same key and body have one effect, and one answer also"
                            + " where there was nothing to change; kept for ever, and hidden.");
        }
        problem(operation, "503", NOT_NOW);
        operation.getResponses().getAPIResponse("503").addHeader("Retry-After", text("Seconds to wait."));
        header(operation, "Parvis-Position", "Answer only once what is read has seen this position; 2 s at most.");
    }

    /** What answers carry beside their bodies, and what the operation did not say of them. */
    private static void describeSuccess(PathItem.HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        var created = responses.getAPIResponse("201");
        if (created != null) {
            created.addHeader("Location", text("Where it is."));
            if (created.getDescription() == null) {
                created.setDescription(CREATED);
            }
        }
        if (method != PathItem.HttpMethod.GET) {
            responses.getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    response.addHeader("Parvis-Position", text("Where the write stands; send it with what reads it."));
                }
            });
        } else if (responses.getAPIResponse("200") != null) {
            responses.getAPIResponse("200").addHeader("ETag", text("The version, where the answer has one."));
        }
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** What the operation says of itself stays; what the scanner made up does not. */
    private static void problem(Operation operation, String status, String description) {
        var said = operation.getResponses().getAPIResponse(status);
        if (said == null) {
            operation.getResponses().addAPIResponse(status, problem(description));
        } else {
            if (MADE_UP.contains(said.getDescription())) {
                said.setDescription(description);
            }
            if (said.getContent() == null) {
                said.setContent(problem(description).getContent());
            }
        }
    }

    private static void header(Operation operation, String name, String description) {
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()))) {
            return;
        }
        operation.addParameter(OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
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
