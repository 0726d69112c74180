package io.parvis.edge.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * What PATCH takes (RFC 7396): the members of the resource, all of them optional, at any depth; null takes away what may
 * be absent.
 */
final class MergePatchSchemas {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String JSON = "application/json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SUFFIX = "Patch";

    private final OpenAPI document;
    private final Map<String, Schema> made = new TreeMap<>();

    MergePatchSchemas(OpenAPI document) {
        this.document = document;
    }

    void describe() {
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(patch -> patch != null && patch.getRequestBody() != null)
                .forEach(patch -> describe(patch.getRequestBody()));
        made.forEach(document.getComponents()::addSchema);
    }

    private void describe(RequestBody body) {
        var content = body.getContent();
        var said = content == null ? null : content.getMediaType(JSON);
        if (said == null || said.getSchema() == null) {
            return;
        }
        var schema = OASFactory.createSchema().ref(patchOf(said.getSchema().getRef()));
        for (var type : new String[] {JSON, MERGE_PATCH}) {
            content.addMediaType(type, media(schema));
        }
        body.setRequired(true);
    }

    private static MediaType media(Schema schema) {
        return OASFactory.createMediaType().schema(schema);
    }

    private String patchOf(String reference) {
        var name = reference.substring(SCHEMAS.length());
        var whole = document.getComponents().getSchemas().get(name);
        if (whole == null || whole.getProperties() == null || name.endsWith(SUFFIX)) {
            return reference;
        }
        var patch = name + SUFFIX;
        if (!made.containsKey(patch)) {
            var schema = OASFactory.createSchema().type(whole.getType());
            made.put(patch, schema);
            schema.setDescription("A change of `" + name + "` (RFC 7396); what is absent stays, null takes away. The"
                    + " whole must then be valid: "
                    + Objects.requireNonNullElse(whole.getDescription(), "as when it is made."));
            var members = new LinkedHashMap<String, Schema>();
            whole.getProperties().forEach((member, of) -> members.put(member, changed(of)));
            schema.setProperties(members);
            schema.setAdditionalPropertiesBoolean(false);
        }
        return SCHEMAS + patch;
    }

    /** An object is changed in turn; everything else is replaced. */
    private Schema changed(Schema member) {
        if (member.getRef() != null) {
            return OASFactory.createSchema()
                    .description(member.getDescription())
                    .ref(patchOf(member.getRef()));
        }
        if (member.getAnyOf() != null) {
            var either = OASFactory.createSchema().description(member.getDescription());
            member.getAnyOf().forEach(each -> either.addAnyOf(changed(each)));
            return either;
        }
        return member;
    }
}
