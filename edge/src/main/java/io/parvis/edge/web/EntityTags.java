package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.eventing.command.Precondition.Versions;
import io.parvis.eventing.store.StoreLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of entity tags as If-Match and If-None-Match hold it (RFC 9110, 8.8.3 and 13.1). A tag of ours is the life
 * of the store, the version of the resource, which is the position of its newest event, and where there are several
 * representations of that version, which of them: {@code "1b4e28ba-42"}, {@code "1b4e28ba-42-contact"}. Decisions compare
 * versions, reads whole tags. A tag of another life names no version: its position may be another event's by now.
 *
 * @param any whether it is {@code *}
 */
record EntityTags(boolean any, List<EntityTag> tags) {

    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*+(?:(W/)?\"([!#-~\\x80-\\xff]*+)\")?+[ \\t]*+(?:,|$)");
    private static final Pattern OURS = Pattern.compile("([0-9a-f]{8})-([1-9]\\d{0,17})(-[a-z]{1,20})?");

    /** One tag, without its quotes. */
    private record EntityTag(boolean weak, String value) {}

    /** @param representation which of several; empty where there is one */
    static String of(StoreLife life, long version, String representation) {
        return '"' + life.shortName() + '-' + version + (representation.isEmpty() ? "" : "-" + representation) + '"';
    }

    /** @return null where it is no list of entity tags */
    static @Nullable EntityTags parse(String header) {
        if (header.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        var tags = new ArrayList<EntityTag>();
        var element = ELEMENT.matcher(header);
        for (int at = 0; at < header.length(); at = element.end()) {
            if (!element.region(at, header.length()).lookingAt()) {
                return null;
            }
            if (element.group(2) != null) {
                tags.add(new EntityTag(element.group(1) != null, element.group(2)));
            }
        }
        return tags.isEmpty() ? null : new EntityTags(false, List.copyOf(tags));
    }

    /** The list in a header of a request that shall change something: there a slip must not go unnoticed. */
    static @Nullable EntityTags required(String name, @Nullable String header) {
        if (header == null) {
            return null;
        }
        var tags = parse(header);
        if (tags == null) {
            throw new InvalidRequest("parameter:" + name, "must be entity tags such as \"42\", or *");
        }
        return tags;
    }

    /** The versions that If-Match names: weak tags match nothing (strong comparison). */
    Versions strongVersions(StoreLife life) {
        return new Versions(
                any, versions(life, tags.stream().filter(tag -> !tag.weak()).toList()));
    }

    /** The versions that If-None-Match names, weak or not (weak comparison). */
    Versions versions(StoreLife life) {
        return new Versions(any, versions(life, tags));
    }

    private static Set<Long> versions(StoreLife life, List<EntityTag> tags) {
        return tags.stream()
                .map(tag -> OURS.matcher(tag.value()))
                .filter(ours -> ours.matches() && ours.group(1).equals(life.shortName()))
                .map(ours -> Long.valueOf(ours.group(2)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param entityTag of what would be answered; null where it has none */
    boolean stronglyMatch(@Nullable String entityTag) {
        return any || tags.stream().anyMatch(tag -> !tag.weak() && ('"' + tag.value() + '"').equals(entityTag));
    }

    /** @param entityTag of what would be answered; null where it has none */
    boolean weaklyMatch(@Nullable String entityTag) {
        return any || tags.stream().anyMatch(tag -> ('"' + tag.value() + '"').equals(entityTag));
    }
}
