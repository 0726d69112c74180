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
 * @param marks how the record may be marked, by the keys and the releases that may have written it; a new one is marked
 *     in the first way, and the store refuses it where there is one in any way
 * @param answered whether somebody is answered and may ask again: then a success that changes nothing is recorded too
 */
public record OnceOnly(List<Mark> marks, boolean answered) {

    /**
     * One way to mark a record.
     *
     * @param tag of the events; its value is scoped to the sender, and opaque
     * @param digest of what was asked, made where somebody compares it; nothing can be read from it
     */
    public record Mark(Tag tag, Supplier<String> digest) {

        public Mark(String name, Supplier<String> digest) {
            this(OnceOnlyTags.tag(name), digest);
        }

        public String name() {
            return tag.value();
        }
    }

    public OnceOnly {
        marks = List.copyOf(marks);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("A record needs a mark");
        }
    }

    /** Of what happens by itself: its name holds for ever and hides nothing, and nobody is answered. */
    public static OnceOnly reaction(String name, String digest) {
        return new OnceOnly(List.of(new Mark(name, () -> digest)), false);
    }

    Mark written() {
        return marks.getFirst();
    }

    /** Whether the record is of this command, whoever sent it and whatever was asked. */
    boolean isMarkedBy(Set<Tag> tags) {
        return find(tags) != null;
    }

    /** Whether a record of this command tells that the same was asked. */
    boolean askedTheSame(Set<Tag> tags, @Nullable String digest) {
        var mark = find(tags);
        return mark != null && mark.digest().get().equals(digest);
    }

    private @Nullable Mark find(Set<Tag> tags) {
        for (var mark : marks) {
            if (tags.contains(mark.tag())) {
                return mark;
            }
        }
        return null;
    }
}
