package io.parvis.eventing.projection;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one query about one processor: its segments' tokens and, in order, the next events that concern it.
 *
 * @param asOf how often the processor had been forgotten when the look began
 */
record ProgressRows(ProcessorProgress processor, int asOf, List<Row> rows) {

    static final int PLACE = 0;
    static final int HEAD = 1;
    private static final int SEGMENTS = 2;
    private static final int MASKS = 3;
    private static final int POSITIONS = 4;
    private static final int NEXT = 5;
    private static final int TAGS = 6;
    private static final int AGE = 7;
    private static final int READ_UP_TO = 8;

    /** Of a processor with several segments, so many events are looked at in one query: to whom each belongs. */
    static final int PAGE = 500;

    /**
     * The result.
     *
     * @param lag null where nothing is before the processor
     * @param breaksOff whether it could not be followed up to the head
     */
    record Evaluation(@Nullable Lag lag, boolean breaksOff) {}

    /** Advances the processor's progress. */
    Evaluation evaluate() {
        long head = first().getLong(HEAD);
        if (first().getArrayOfIntegers(SEGMENTS) == null) {
            return new Evaluation(new Lag(processor.processor(), head, null), false);
        }
        var pending = pending();
        if (pending == null) {
            long readUpTo = rows.size() == PAGE ? rows.getLast().getLong(NEXT) : first().getLong(READ_UP_TO);
            processor.advanceTo(readUpTo, head, asOf);
            return new Evaluation(null, readUpTo < head);
        }
        long next = pending.getLong(NEXT);
        processor.advanceTo(next - 1, head, asOf);
        return new Evaluation(
                new Lag(processor.processor(), head - next + 1, Duration.ofMillis(pending.getLong(AGE))), false);
    }

    /** The first event that is not in the view yet. */
    private @Nullable Row pending() {
        var tokens = new SegmentTokens(
                List.of(first().getArrayOfIntegers(SEGMENTS)),
                List.of(first().getArrayOfIntegers(MASKS)),
                List.of(first().getArrayOfLongs(POSITIONS)));
        for (var row : rows) {
            var next = row.getLong(NEXT);
            if (next != null && !tokens.haveHandled(processor.sequenceOf(row.getArrayOfStrings(TAGS)), next)) {
                return row;
            }
        }
        return null;
    }

    private Row first() {
        return rows.getFirst();
    }
}
