package io.parvis.edge.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Adds the constraints of the Java types to the schemas of the API document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class SchemaFilter implements OASFilter {

    private final ApiTypeIndex types;

    public SchemaFilter(IndexView index) {
        this.types = ApiTypeIndex.of(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        // What an annotation says of the fields that have it is taken for a type by the scanner.
        types.annotations().forEach(document.getComponents()::removeSchema);
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) ->
                        types.named(name).ifPresent(type -> new TypeSchema(type, types).complete(schema)));
        new MergePatchSchemas(document).describe();
    }
}
