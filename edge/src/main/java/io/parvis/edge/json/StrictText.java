package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.parvis.edge.value.Key;
import io.parvis.edge.value.Prose;
import io.parvis.edge.value.Quoted;
import io.parvis.edge.value.TextKind;
import io.parvis.edge.value.TextRule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Validates the texts of request bodies: a field without an annotation takes a line, so that a new one cannot forget
 * it. Text from elsewhere was validated when it came in.
 */
final class StrictText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1;

    private final TextKind kind;

    StrictText(TextKind kind) {
        super(String.class);
        this.kind = kind;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty field) {
        return field == null ? this : new StrictText(kindOf(field));
    }

    private static TextKind kindOf(BeanProperty field) {
        if (field.getAnnotation(Prose.class) != null) {
            return TextKind.PROSE;
        }
        if (field.getAnnotation(Key.class) != null) {
            return TextKind.KEY;
        }
        return field.getAnnotation(Quoted.class) != null ? TextKind.QUOTED : TextKind.LINE;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getText();
        var faults = TextErrors.of(context);
        if (faults == null || PatchedMembers.isUnchanged(context, parser)) {
            return text;
        }
        var fault = TextRule.fault(text, kind);
        if (fault == null) {
            return kind.normalized(text);
        }
        faults.add(JsonErrors.pointer(parser), fault);
        return text;
    }
}
