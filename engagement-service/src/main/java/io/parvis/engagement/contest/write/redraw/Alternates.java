package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ranking of those who may still win.
 *
 * @param first the number of the first of them, from 1
 * @param areTheLast whether nobody comes after them
 */
record Alternates(int first, List<Holder> inOrder, boolean areTheLast) {

    static final Alternates UNKNOWN = new Alternates(1, List.of(), false);

    /** Whether it tells who has that number, or that nobody has. */
    boolean tell(int number) {
        return number >= first && (areTheLast || number < first + inOrder.size());
    }

    /** Null where there are not so many. */
    @Nullable
    Holder get(int number) {
        return number < first + inOrder.size() ? inOrder.get(number - first) : null;
    }
}
