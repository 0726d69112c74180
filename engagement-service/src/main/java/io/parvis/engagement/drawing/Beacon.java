package io.parvis.engagement.drawing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A public source of randomness that nobody steers, named when the contest is published.
 *
 * <p>Of {@code drand:<chain hash>} the schedule is known here (the default and the quicknet chain), so that the one
 * round that decides is computed and nobody chooses it. Of any other source it is not: the proof then says which round
 * was taken, and a verifier that it cannot check the time.
 *
 * @param source who publishes it, up to 200 characters
 * @param firstRound the first round that may decide; it must be later than the contest's closing
 */
public record Beacon(String source, long firstRound) {

    private record Schedule(long genesis, long period) {}

    private static final Map<String, Schedule> KNOWN = Map.of(
            "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", new Schedule(1_692_803_367, 3),
            "drand:8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", new Schedule(1_595_431_050, 30));

    public Beacon {
        if (source.isEmpty() || firstRound < 1) {
            throw new IllegalArgumentException("A beacon has a source and a first round of at least 1");
        }
    }

    /** When a round is published, where the source's schedule is known. */
    public Optional<Instant> timeOf(long round) {
        return Optional.ofNullable(KNOWN.get(source))
                .map(known -> Instant.ofEpochSecond(
                        Math.addExact(known.genesis, Math.multiplyExact(round - 1, known.period))));
    }

    /**
     * The round that decides a contest closed at that time: the first one later than it and not before {@code
     * firstRound}. Empty where the schedule is not known.
     */
    public OptionalLong dueRound(Instant closedAt) {
        var known = KNOWN.get(source);
        if (known == null) {
            return OptionalLong.empty();
        }
        var elapsed = Duration.between(Instant.ofEpochSecond(known.genesis), closedAt);
        var firstLater = elapsed.isNegative() ? 1 : elapsed.toSeconds() / known.period + 2;
        return OptionalLong.of(Math.max(firstRound, firstLater));
    }

    /** Whether a round may decide a contest that was closed at that time. */
    public boolean admits(long round, Instant closedAt) {
        var due = dueRound(closedAt);
        return due.isPresent() ? round == due.getAsLong() : round >= firstRound;
    }
}
