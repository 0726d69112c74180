package io.parvis.eventing.command;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What makes a second sending of the same command have no second effect: the record of the first, which stands in the
 * log as a tag of its events.
 *
 * @param recordTags how the record may be marked, by the keys and the releases that may have written it; a new one is marked
 *     in the first way, and the store refuses it where there is one in any way
 * @param answered whether somebody is answered and may ask again: then a success that changes nothing is recorded too
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

    /** Of what happens by itself: its name holds for ever and hides nothing, and nobody is answered. */
    public static Idempotency reaction(String name, String digest) {
        return new Idempotency(List.of(new RecordTag(name, () -> digest)), false);
    }

    RecordTag written() {
        return recordTags.getFirst();
    }

    /** Whether the record is of this command, whoever sent it and whatever was asked. */
    boolean isRecordedIn(Set<Tag> tags) {
        return find(tags) != null;
    }

    /** Whether a record of this command tells that the same was asked. */
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
