package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops reading a list beyond the {@link Size} that it declares; nothing is validated then. Stored elements (PATCH)
 * are read in any case. A test checks that every list of a body declares a size.
 */
final class BoundedLists extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> any) {
        // What is declared as a list or a collection arrives here as what Jackson makes of it.
        return type.hasRawClass(ArrayList.class) ? new ByDeclaration(type, any) : any;
    }

    /** A list's size was seen to be more than declared. */
    static final class TooLong extends JsonMappingException {

        private static final long serialVersionUID = 1;
        private final int most;

        TooLong(JsonParser parser, int most) {
            super(parser, "too long");
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private static final class ByDeclaration extends JsonDeserializer<Object> implements ContextualDeserializer {

        private final CollectionType type;
        private final JsonDeserializer<?> any;

        ByDeclaration(CollectionType type, JsonDeserializer<?> any) {
            this.type = type;
            this.any = any;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            var size = property == null ? null : property.getAnnotation(Size.class);
            return size == null || size.max() == Integer.MAX_VALUE
                    ? context.handlePrimaryContextualization(any, property, type)
                    : new Bounded(
                            type, context.findContextualValueDeserializer(type.getContentType(), property), size.max());
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            throw new IllegalStateException("It is made contextual before it is used");
        }
    }

    private static final class Bounded extends JsonDeserializer<Object> {

        private final CollectionType type;
        private final JsonDeserializer<?> elements;
        private final int most;

        Bounded(CollectionType type, JsonDeserializer<?> elements, int most) {
            this.type = type;
            this.elements = elements;
            this.most = most;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return context.handleUnexpectedToken(type.getRawClass(), parser);
            }
            var list = new ArrayList<@Nullable Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (list.size() == most && !PatchedMembers.isUnchanged(context, parser)) {
                    throw new TooLong(parser, most);
                }
                list.add(element(parser, context, list));
            }
            return list;
        }

        private @Nullable Object element(JsonParser parser, DeserializationContext context, List<?> before)
                throws IOException {
            try {
                return parser.hasToken(JsonToken.VALUE_NULL)
                        ? elements.getNullValue(context)
                        : elements.deserialize(parser, context);
            } catch (JsonMappingException inside) {
                throw JsonMappingException.wrapWithPath(inside, before, before.size());
            }
        }
    }
}
