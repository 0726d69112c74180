package io.parvis.eventing.command;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of the resource for a command to be carried out (RFC 9110, 13). It is judged with the decision, on
 * the version that the decision is made on.
 *
 * @param match the resource must be there in one of these versions; null where nothing is asked
 * @param noneMatch the resource must not be there in any of these; null where nothing is asked
 * @param life of the store, whose positions the versions are; null for whichever there is
 */
public record Precondition(
        @Nullable Versions match,
        @Nullable Versions noneMatch,
        @Nullable UUID life) {

    /** The version of what does not exist; no event stands at that position. */
    static final long NOTHING_THERE = 0;

    /**
     * @param any every version there can be, whatever else is named
     * @param named positions of events
     */
    public record Versions(boolean any, Set<Long> named) {

        public static final Versions ANY = new Versions(true, Set.of());

        private boolean include(long version) {
            return version != NOTHING_THERE && (any || named.contains(version));
        }
    }

    /** Only the version that stands at that position. */
    public static Precondition versionIs(long version) {
        return new Precondition(new Versions(false, Set.of(version)), null, null);
    }

    /** Whether it can be judged on what was read in that life: positions of one mean nothing in another. */
    boolean isOf(UUID sourced) {
        return life == null || life.equals(sourced);
    }

    boolean holdsFor(long version) {
        return (match == null || match.include(version)) && (noneMatch == null || !noneMatch.include(version));
    }
}
