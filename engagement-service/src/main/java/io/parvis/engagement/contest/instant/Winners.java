package io.parvis.engagement.contest.instant;

import io.parvis.engagement.drawing.EntryId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** A win names its entry by its id; the proof, by its position, which is known once the entries have been gone through. */
final class Winners {

    private static final long NOT_MET = -1;

    private final List<EntryId> inOrder = new ArrayList<>();
    private final Map<EntryId, Long> positions = new HashMap<>();

    void won(EntryId entryId) {
        inOrder.add(entryId);
        positions.put(entryId, NOT_MET);
    }

    /** Of any entry: only winners are remembered. */
    void stands(EntryId entryId, long position) {
        positions.computeIfPresent(entryId, (winner, unknown) -> position);
    }

    /** In the order of winning, looked up when they are asked for. */
    List<Long> positions() {
        return map(inOrder, id -> 0, (id, any) -> of(id));
    }

    private long of(EntryId entryId) {
        long position = Objects.requireNonNull(positions.get(entryId));
        if (position == NOT_MET) {
            throw new IllegalStateException("No entry before the closing has won as " + entryId);
        }
        return position;
    }

    /** A list of what is made, when it is asked for, of each thing and the position of the entry that won with its rank. */
    <S, T> List<T> map(List<S> things, ToIntFunction<S> rank, BiFunction<S, Long, T> made) {
        return new AbstractList<>() {

            @Override
            public T get(int index) {
                var thing = things.get(index);
                int number = rank.applyAsInt(thing);
                return made.apply(thing, number == 0 ? 0 : of(inOrder.get(number - 1)));
            }

            @Override
            public int size() {
                return things.size();
            }
        };
    }
}
