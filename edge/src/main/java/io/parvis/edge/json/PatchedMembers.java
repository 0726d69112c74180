package io.parvis.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members that a merge patch contains. Only these are validated; the others were validated when they were stored.
 *
 * @param patch RFC 7396
 * @param recorded what it is merged into
 */
record PatchedMembers(ObjectNode patch, JsonNode recorded) {

    /** A reader that validates patched members and takes the others as they are stored. */
    ObjectReader validating(ObjectReader reader) {
        return reader.withAttribute(PatchedMembers.class, this);
    }

    /** Whether the parser stands at something that was recorded, and not sent. */
    static boolean isUnchanged(DeserializationContext context, JsonParser parser) {
        var sent = (PatchedMembers) context.getAttribute(PatchedMembers.class);
        return sent != null && !sent.include(path(parser.getParsingContext()));
    }

    private static List<String> path(JsonStreamContext place) {
        var path = new ArrayDeque<String>();
        for (@Nullable JsonStreamContext step = place; step != null && !step.inRoot(); step = step.getParent()) {
            // Below an array everything is sent or nothing: the index does not matter.
            path.addFirst(step.inObject() && step.getCurrentName() != null ? step.getCurrentName() : "");
        }
        return List.copyOf(path);
    }

    /** @param pointer of the form of RFC 6901 */
    boolean include(String pointer) {
        return include(List.of(pointer.substring(Math.min(1, pointer.length())).split("/")));
    }

    /** @param path names of members, from the outermost; what stands for a place in an array is any text */
    boolean include(Iterable<String> path) {
        JsonNode sent = patch;
        JsonNode there = recorded;
        for (var name : path) {
            if (!sent.isObject() || !there.isObject()) {
                // A whole value: what is in it came with it.
                return true;
            }
            if (!sent.has(name)) {
                return false;
            }
            sent = sent.path(name);
            there = there.path(name);
        }
        return true;
    }
}
