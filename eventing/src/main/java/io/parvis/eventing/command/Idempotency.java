package io.parvis.eventing.command;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Deduplicates a command. The record of its first execution is a tag on the events; the store refuses a second one.
 *
 * @param recordTags the tags that a record may have, by the keys and releases that may have written it; a new
 *     record gets the first, and is refused if there is one with any of them
 * @param answered whether a caller may retry and wants the same response: then a success that changes nothing is
 *     recorded too
 */
public record Idempotency(List<RecordTag> recordTags, boolean answered) {

    /**
     * One way to recordTag a record.
     *
     * @param tag of the events; its value is scoped to the sender, and opaque
     * @param digest of what was asked, made where somebody compares it; nothing can be read from it
     */
    public record RecordTag(Tag tag, Supplier<String> digest) {

        public RecordTag(String name, Supplier<String> digest) {
            this(IdempotencyTags.tag(name), digest);
        }

        public String name() {
            return tag.value();
        }
    }

    public Idempotency {
        recordTags = List.copyOf(recordTags);
        if (recordTags.isEmpty()) {
            throw new IllegalArgumentException("A record needs a mark");
        }
    }

    /** For automations and due commands: no caller waits for a response, and the name is stored in clear. */
    public static Idempotency reaction(String name, String digest) {
        return new Idempotency(List.of(new RecordTag(name, () -> digest)), false);
    }

    RecordTag written() {
        return recordTags.getFirst();
    }

    /** Whether these tags mark a record under this key. */
    boolean isRecordedIn(Set<Tag> tags) {
        return find(tags) != null;
    }

    /** Whether the record is of the same request. */
    boolean askedTheSame(Set<Tag> tags, @Nullable String digest) {
        var recordTag = find(tags);
        return recordTag != null && recordTag.digest().get().equals(digest);
    }

    private @Nullable RecordTag find(Set<Tag> tags) {
        for (var recordTag : recordTags) {
            if (tags.contains(recordTag.tag())) {
                return recordTag;
            }
        }
        return null;
    }
}
