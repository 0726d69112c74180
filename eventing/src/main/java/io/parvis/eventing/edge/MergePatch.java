package io.parvis.eventing.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes parts of a document and leaves the rest (RFC 7396): members given replace, null removes, lists are whole. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper mapper;
    private final StrictJson json;

    MergePatch(ObjectMapper mapper, StrictJson json) {
        // Money keeps its decimals: 899.90 merged with nothing is 899.90.
        this.mapper = mapper.copy().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
        this.json = json;
    }

    /**
     * What becomes of a document; pure, so that a decision may do it on the newest one.
     *
     * @throws InvalidRequest where the result is not what the type takes
     */
    public <T> T applied(T document, ObjectNode patch, Class<T> type) {
        try {
            var merged = merged(mapper.valueToTree(document), patch);
            return json.read(mapper.writeValueAsBytes(merged), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : mapper.createObjectNode();
        changes.properties().forEach(member -> {
            // Null is read as absent; a member that there is not is refused by the reading, whatever its value.
            result.set(
                    member.getKey(),
                    member.getValue().isNull()
                            ? member.getValue()
                            : merged(result.path(member.getKey()), member.getValue()));
        });
        return result;
    }
}
