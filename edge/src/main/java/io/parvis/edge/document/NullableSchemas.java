package io.parvis.edge.document;

import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas that also allow null. */
final class NullableSchemas {

    private NullableSchemas() {}

    static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            var reference = OASFactory.createSchema().ref(schema.getRef());
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .anyOf(new ArrayList<>(java.util.List.of(reference, ofNull())));
        }
        if (schema.getAnyOf() != null) {
            // The type beside would say again, and less, what its members say.
            schema.setType(null);
            if (schema.getAnyOf().stream().noneMatch(NullableSchemas::isNull)) {
                schema.addAnyOf(ofNull());
            }
            return schema;
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
            schema.addEnumeration(null);
        }
        return schema;
    }

    private static Schema ofNull() {
        return OASFactory.createSchema().addType(SchemaType.NULL);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }
}
