package io.parvis.eventing.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags are the versions of resources: the position of the newest event of theirs. */
final class EntityTags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");
    private static final long NO_VERSION = -1;

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * What If-Match asks for.
     *
     * @return null for any version; one that no resource has where the tag cannot be ours
     */
    static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = STRONG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NO_VERSION;
    }
}
