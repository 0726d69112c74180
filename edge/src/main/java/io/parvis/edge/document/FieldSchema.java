package io.parvis.edge.document;

import java.math.BigDecimal;
import java.util.Collection;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** What the constraints of a field mean, where the scanner does not know or tells half of it. */
final class FieldSchema {

    private static final DotName PATTERN = DotName.createSimple("jakarta.validation.constraints.Pattern");
    private static final DotName URL = DotName.createSimple("org.hibernate.validator.constraints.URL");
    private static final DotName SIZE = DotName.createSimple("jakarta.validation.constraints.Size");
    private static final DotName DIGITS = DotName.createSimple("jakarta.validation.constraints.Digits");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final ApiField field;
    private final ApiTypeIndex types;

    FieldSchema(ApiField field, ApiTypeIndex types) {
        this.field = field;
        this.types = types;
    }

    void complete(Schema property) {
        apply(field.annotations().values(), property);
        if (property.getItems() != null && field.type().kind() == Type.Kind.PARAMETERIZED_TYPE) {
            var item = field.type().asParameterizedType().arguments().getFirst();
            apply(item.annotations(), property.getItems());
        }
    }

    private void apply(Collection<AnnotationInstance> annotations, Schema schema) {
        if ("".equals(schema.getPattern())) {
            schema.setPattern(null);
        }
        for (var annotation : annotations) {
            if (annotation.name().equals(PATTERN) || isAddress(annotation)) {
                asAWhole(annotation, schema);
            } else if (annotation.name().equals(DIGITS)) {
                ofSoManyDigits(annotation, schema);
            } else {
                types.metaAnnotations(annotation).forEach(meta -> ofOurs(meta, schema));
            }
        }
    }

    private static boolean isAddress(AnnotationInstance annotation) {
        return annotation.name().equals(URL) && annotation.value("regexp") != null;
    }

    /** A check looks at the whole text; a schema finds its pattern anywhere, unless it is told not to. */
    private static void asAWhole(AnnotationInstance pattern, Schema schema) {
        var regexp = pattern.value("regexp").asString();
        if (regexp.isEmpty()) {
            schema.setPattern(null);
        } else {
            schema.setPattern(regexp.startsWith("^") && regexp.endsWith("$") ? regexp : "^(?:" + regexp + ")$");
        }
    }

    private static void ofSoManyDigits(AnnotationInstance digits, Schema schema) {
        var beyond = BigDecimal.TEN.pow(digits.value("integer").asInt());
        if (schema.getMaximum() == null) {
            schema.setExclusiveMaximum(beyond);
        }
        if (schema.getMinimum() == null) {
            schema.setExclusiveMinimum(beyond.negate());
        }
    }

    /** An annotation of ours may be made of constraints, and carries with it what the document says of it. */
    private static void ofOurs(AnnotationInstance meta, Schema schema) {
        if (meta.name().equals(PATTERN)) {
            asAWhole(meta, schema);
        } else if (meta.name().equals(SIZE)) {
            if (meta.value("max") != null) {
                schema.setMaxLength(meta.value("max").asInt());
            }
            if (meta.value("min") != null) {
                schema.setMinLength(meta.value("min").asInt());
            }
        } else if (meta.name().equals(SCHEMA)) {
            said(meta, schema);
        }
    }

    private static void said(AnnotationInstance meta, Schema schema) {
        var description = text(meta, "description");
        if (description != null) {
            schema.setDescription(with(schema.getDescription(), description));
        }
        var format = text(meta, "format");
        if (format != null) {
            schema.setFormat(format);
        }
        var pattern = text(meta, "pattern");
        if (pattern != null) {
            schema.setPattern(pattern);
        }
        if (meta.value("maxLength") != null) {
            schema.setMaxLength(meta.value("maxLength").asInt());
        }
        if (meta.value("minLength") != null) {
            schema.setMinLength(meta.value("minLength").asInt());
        }
    }

    /** What a field says of itself comes first. */
    private static String with(@Nullable String said, String more) {
        if (said == null) {
            return more;
        }
        return said.contains(more) ? said : said + " " + more;
    }

    private static @Nullable String text(AnnotationInstance annotation, String member) {
        var value = annotation.value(member);
        return value == null ? null : value.asString();
    }
}
