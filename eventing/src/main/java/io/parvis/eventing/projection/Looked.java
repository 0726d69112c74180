package io.parvis.eventing.projection;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one look found of one processor: its segments' tokens and, in order, the next events that concern it. */
record Looked(Followed processor, List<Row> rows) {

    static final int PLACE = 0;
    static final int HEAD = 1;
    private static final int SEGMENTS = 2;
    private static final int MASKS = 3;
    private static final int POSITIONS = 4;
    private static final int NEXT = 5;
    private static final int TAGS = 6;
    private static final int AGE = 7;
    private static final int LOOKED_AT = 8;

    /** Of a processor with several segments, so many events are looked at in one query: to whom each belongs. */
    static final int PAGE = 500;

    boolean hasBegun() {
        return rows.getFirst().getArrayOfIntegers(SEGMENTS) != null;
    }

    /** The first event that is not in the view yet. */
    private Optional<Row> pending() {
        var first = rows.getFirst();
        var tokens = new SegmentTokens(
                List.of(first.getArrayOfIntegers(SEGMENTS)),
                List.of(first.getArrayOfIntegers(MASKS)),
                List.of(first.getArrayOfLongs(POSITIONS)));
        return rows.stream()
                .filter(row -> row.getLong(NEXT) != null)
                .filter(row ->
                        !tokens.haveHandled(processor.sequenceOf(row.getArrayOfStrings(TAGS)), row.getLong(NEXT)))
                .findFirst();
    }

    private long head() {
        return rows.getFirst().getLong(HEAD);
    }

    /** Tells the processor what it has seen; what is still before it, where there is something. */
    Optional<Behind> tell() {
        if (!hasBegun()) {
            return Optional.of(new Behind(processor.processor(), head(), null));
        }
        var pending = pending();
        processor.hasSeen(pending.map(row -> row.getLong(NEXT) - 1).orElseGet(this::lookedAt), head());
        return pending.map(row ->
                new Behind(processor.processor(), head() - row.getLong(NEXT) + 1, Duration.ofMillis(row.getLong(AGE))));
    }

    /** Whether it could not be followed up to the head. */
    boolean breaksOff() {
        return hasBegun() && pending().isEmpty() && lookedAt() < head();
    }

    private long lookedAt() {
        return rows.size() == PAGE
                ? rows.getLast().getLong(NEXT)
                : rows.getFirst().getLong(LOOKED_AT);
    }
}
