package io.parvis.eventing.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** What a row of the log says of its tags, where nobody makes an event of it. */
public final class RowTags {

    private RowTags() {}

    /**
     * As {@link RecordedEvent#tagOr}, whatever is wrong with the row.
     *
     * @param texts null where the row has no plain list
     */
    public static String valueOr(@Nullable String @Nullable [] texts, String key, String otherwise) {
        return texts == null
                ? otherwise
                : first(
                        Arrays.stream(texts)
                                .filter(Objects::nonNull)
                                .filter(TagText::isOne)
                                .map(TagText::parse),
                        key,
                        otherwise);
    }

    /** The value of the tag with that key, the first in the order of the text where there are several. */
    static String first(Stream<Tag> tags, String key, String otherwise) {
        return tags.filter(tag -> tag.key().equals(key))
                .map(Tag::value)
                .min(String::compareTo)
                .orElse(otherwise);
    }
}
