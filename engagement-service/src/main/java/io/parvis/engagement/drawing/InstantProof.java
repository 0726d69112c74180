package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.SealedDocument;
import io.parvis.proofs.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An instant win as one canonical document (RFC 8785) that a stranger verifies: {@code docs/draw-proof.md}. The moments
 * follow from the seed, and from them and the entries in their order follows who won: the first after each moment.
 *
 * @param rules every version, in order
 * @param entries all of them, invalidated or not, in the order of their positions; gone through once, and before winners
 *     and lapses are asked for
 * @param moderation every act, in the order of its position
 * @param reveal the seed, and when it became public
 * @param wonBy positions of the entries that won, in the order of winning: the n-th took the n-th moment
 * @param lapses in the order of their positions
 */
public record InstantProof(
        Publication publication,
        List<DrawRules.InForce> rules,
        Iterable<Entry> entries,
        List<Moderation> moderation,
        Closing closing,
        Drawn reveal,
        List<Long> wonBy,
        List<Lapse> lapses) {

    static final String FORMAT = "parvis-instant-win-proof-1";

    /** @param at by which the rules and the moments judged it: it stands in its receipt */
    public record Entry(Leaf leaf, Instant at) {

        Map<String, Object> json() {
            var json = new TreeMap<>(leaf.json());
            json.put("at", at.toString());
            return json;
        }
    }

    /**
     * A winner lost their prize: not claimed in time, or taken from them.
     *
     * @param from position of the entry that had won it
     * @param position of the lapse
     * @param reason it is published: nothing personal
     */
    public record Lapse(int prize, long from, Instant at, long position, String reason) {

        Map<String, Object> json() {
            return Map.of("at", at.toString(), "from", from, "position", position, "prize", prize, "reason", reason);
        }
    }

    /** Equal where the bytes are. */
    public static Bytes32 fingerprint(Closing closing, Drawn reveal, Stream<List<?>> lapses, SigningKey key) {
        return closing.fingerprint(FORMAT, reveal, lapses, key);
    }

    /** All of it in memory: about 210 bytes an entry and 80 a moment. */
    public byte[] bytes(SigningKey key) {
        return SealedDocument.inMemory(out -> writeTo(out, key));
    }

    /** Writes and flushes; closing is the caller's. */
    public void writeTo(OutputStream target, SigningKey key) throws IOException {
        var contest = publication.contest();
        var moments = moments();
        new SealedDocument(target)
                .member("{\"closing\":", closing.signed(key))
                .array(
                        ",\"entries\":",
                        StreamSupport.stream(entries.spliterator(), false).map(Entry::json))
                .member(",\"format\":", FORMAT)
                .member(",\"key\":", Map.of("id", key.id(), "publicKey", key.publicKey()))
                .array(",\"lapses\":", lapses.stream().map(Lapse::json))
                .array(",\"moderation\":", moderation.stream().map(Moderation::json))
                .array(
                        ",\"moments\":",
                        IntStream.range(0, moments.size())
                                .mapToObj(index ->
                                        json(moments.get(index), index < wonBy.size() ? wonBy.get(index) : null)))
                .member(",\"publication\":", publication.json())
                .member(
                        ",\"reveal\":",
                        Map.of(
                                "at",
                                reveal.at().toString(),
                                "position",
                                reveal.position(),
                                "seed",
                                reveal.seed().reveal()))
                .array(",\"rules\":", rules.stream().map(version -> version.json(contest)))
                .seal(Seal.of(contest), key);
    }

    private Moments moments() {
        return Moments.of(reveal.seed(), publication.contest(), rules.getFirst().rules());
    }

    private static Map<String, Object> json(Moments.Moment moment, @Nullable Long winner) {
        var json = new TreeMap<String, Object>(
                Map.of("at", moment.at().toString(), "prize", moment.prize(), "unit", moment.unit()));
        json.put("wonBy", winner);
        return json;
    }
}
