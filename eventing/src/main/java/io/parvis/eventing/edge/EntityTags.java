package io.parvis.eventing.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags are the versions of resources: the position of the newest event of theirs (RFC 9110, 8.8.3). */
final class EntityTags {

    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*+(?:(W/)?\"([!#-~\\x80-\\xff]*+)\")?+[ \\t]*+(?:,|$)");
    private static final Pattern OURS = Pattern.compile("\\d{1,18}");
    private static final String ANY = "*";
    private static final long NO_VERSION = -1;

    private EntityTags() {}

    private record EntityTag(boolean weak, String value) {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * What If-Match asks for. Of several versions it is the newest: versions only grow, so that whoever has seen a newer
     * one cannot be changing the older. A weak tag never matches.
     *
     * @return null for any version; one that no resource has where none of the tags can be ours
     * @throws InvalidRequest where it is no list of entity tags
     */
    static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return null;
        }
        var tags = parse(ifMatch);
        if (tags.isEmpty()) {
            throw new InvalidRequest("parameter:If-Match", "must be entity tags such as \"42\", or *");
        }
        return tags.stream()
                .filter(tag -> !tag.weak && OURS.matcher(tag.value).matches())
                .mapToLong(tag -> Long.parseLong(tag.value))
                .max()
                .orElse(NO_VERSION);
    }

    /** True where If-None-Match names what the caller would get: weak or not, the caller has it. */
    static boolean names(String ifNoneMatch, String entityTag) {
        return ifNoneMatch.strip().equals(ANY)
                || parse(ifNoneMatch).stream().anyMatch(tag -> entityTag.equals('"' + tag.value + '"'));
    }

    /** @return nothing where it is no list of entity tags */
    private static List<EntityTag> parse(String header) {
        var tags = new ArrayList<EntityTag>();
        var element = ELEMENT.matcher(header);
        for (int at = 0; at < header.length(); at = element.end()) {
            if (!element.region(at, header.length()).lookingAt()) {
                return List.of();
            }
            if (element.group(2) != null) {
                tags.add(new EntityTag(element.group(1) != null, element.group(2)));
            }
        }
        return tags;
    }
}
