package io.parvis.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reusable parts of several API documents, told apart by kind and name ({@code schemas/Problem}). Parts of one
 * name are shared where they are equal and everything they refer to is shared too; otherwise each gets a name of its
 * own.
 */
final class Components {

    private static final String PLACE = "#/components/";

    private final Map<String, Map<String, JsonNode>> byDocument = new LinkedHashMap<>();
    private final Set<String> differing;

    Components(Map<String, ObjectNode> documents) {
        documents.forEach((name, document) -> byDocument.put(name, partsOf(document)));
        this.differing = differing();
    }

    /** All of them under their final names, and their references with them. */
    void addTo(ObjectNode components) {
        byDocument.forEach((document, parts) -> parts.forEach((id, part) -> {
            var renamed = renamed(document, id);
            var slash = renamed.indexOf('/');
            components
                    .withObjectProperty(renamed.substring(0, slash))
                    .set(renamed.substring(slash + 1), rewritten(document, part));
        }));
    }

    /** A copy of something in a document, whose references hold in the merged one. */
    <T extends JsonNode> T rewritten(String document, T node) {
        T copy = node.deepCopy();
        rewrite(document, copy);
        return copy;
    }

    private void rewrite(String document, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                var reference = reference(property.getValue());
                if (reference != null) {
                    property.setValue(TextNode.valueOf(PLACE + renamed(document, reference)));
                }
            });
        }
        node.forEach(child -> rewrite(document, child));
    }

    private String renamed(String document, String id) {
        if (!differing.contains(id)) {
            return id;
        }
        var slash = id.indexOf('/');
        var prefix = Character.toUpperCase(document.charAt(0)) + document.substring(1);
        return id.substring(0, slash + 1) + prefix + id.substring(slash + 1);
    }

    private Set<String> differing() {
        var found = new HashSet<String>();
        var first = new LinkedHashMap<String, JsonNode>();
        var claimedTwice = new HashSet<String>();
        for (var parts : byDocument.values()) {
            parts.forEach((id, part) -> {
                var other = first.putIfAbsent(id, part);
                if (other != null) {
                    claimedTwice.add(id);
                    if (!other.equals(part)) {
                        found.add(id);
                    }
                }
            });
        }
        // Equal to the letter is not equal if the letters refer to something that differs.
        var before = -1;
        while (before != found.size()) {
            before = found.size();
            claimedTwice.stream()
                    .filter(id -> refersToOneOf(found, first.get(id)))
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean refersToOneOf(Set<String> ids, JsonNode node) {
        var reference = reference(node);
        if (reference != null) {
            return ids.contains(reference);
        }
        for (var child : node) {
            if (refersToOneOf(ids, child)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String reference(JsonNode node) {
        return node.isTextual() && node.textValue().startsWith(PLACE)
                ? node.textValue().substring(PLACE.length())
                : null;
    }

    private static Map<String, JsonNode> partsOf(ObjectNode document) {
        var parts = new TreeMap<String, JsonNode>();
        document.path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .properties()
                        .forEach(part -> parts.put(kind.getKey() + "/" + part.getKey(), part.getValue()));
            }
        });
        return parts;
    }
}
