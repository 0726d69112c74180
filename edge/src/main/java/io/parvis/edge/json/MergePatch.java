package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.edge.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Changes parts of a document and leaves the rest (RFC 7396): members given replace, null removes, lists are whole. Only
 * what is given is judged and put into its normal form. The rest stays as it was recorded, perhaps under other rules.
 */
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
     * @throws InvalidRequest where what is given is not what the type takes, or breaks a rule with the rest
     */
    public <T> T applied(T document, ObjectNode patch, Class<T> type) {
        try {
            JsonNode recorded = mapper.valueToTree(document);
            var sent = new PatchedMembers(changes(patch, recorded), recorded);
            var merged = merged(recorded.deepCopy(), sent.patch());
            return json.changed(document, mapper.writeValueAsBytes(merged), type, sent);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a patch changes of a document: whoever sends back what they read with it sends nothing. */
    public ObjectNode changes(Object document, ObjectNode patch) {
        return changes(patch, mapper.<JsonNode>valueToTree(document));
    }

    private static ObjectNode changes(ObjectNode patch, JsonNode recorded) {
        var changes = patch.objectNode();
        patch.properties().forEach(member -> {
            var there = recorded.path(member.getKey());
            if (!member.getValue().equals(there)) {
                changes.set(
                        member.getKey(),
                        member.getValue() instanceof ObjectNode inside && there.isObject()
                                ? changes(inside, there)
                                : member.getValue());
            }
        });
        return changes;
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
