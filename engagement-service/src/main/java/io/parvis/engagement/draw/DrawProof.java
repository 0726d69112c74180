package io.parvis.engagement.draw;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole draw as one canonical document (RFC 8785) that a stranger verifies: {@code docs/draw-proof.md}. Written as
 * a stream, about 170 bytes a leaf; the same facts and key give the same bytes.
 *
 * @param rules every version, in order
 * @param leaves the valid ones, in the order of their positions
 * @param moderation every act, in the order of its position
 * @param redraws in the order of their positions
 */
public record DrawProof(
        Publication publication,
        List<DrawRules.InForce> rules,
        List<Leaf> leaves,
        List<Moderation> moderation,
        Closing closing,
        Drawn drawn,
        List<Redraw> redraws) {

    static final String FORMAT = "parvis-draw-proof-1";
    private static final String SEAL_FORMAT = "parvis-draw-seal-1";

    /** Winners and alternates, before any redraw. */
    public Outcome outcome() {
        return Outcome.of(
                drawn.seed(),
                drawn.beacon(),
                publication.contest(),
                leaves,
                rules.getLast().rules().prizes());
    }

    /** All of it in memory; for large ones see {@link #writeTo}. */
    public byte[] bytes(SigningKey key) {
        var out = new ByteArrayOutputStream();
        try {
            writeTo(out, key);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return out.toByteArray();
    }

    /** Writes and flushes; closing is the caller's. */
    public void writeTo(OutputStream target, SigningKey key) throws IOException {
        var contest = publication.contest();
        var digest = Sha256.digest();
        var out = new BufferedOutputStream(target, 1 << 16);
        var body = new DigestOutputStream(out, digest);
        // In the order of the names, which is the canonical one; the seal comes last and is over all before it.
        member(body, "{\"closing\":", closing.signed(key));
        writeOutcome(body);
        member(body, ",\"format\":", FORMAT);
        member(body, ",\"key\":", Map.of("id", key.id(), "publicKey", key.publicKey()));
        array(body, ",\"leaves\":", leaves.stream().map(Leaf::json));
        array(body, ",\"moderation\":", moderation.stream().map(Moderation::json));
        member(body, ",\"publication\":", publication.json());
        array(body, ",\"redraws\":", redraws.stream().map(Redraw::json));
        array(body, ",\"rules\":", rules.stream().map(version -> version.json(contest)));
        digest.update((byte) '}');
        var seal = key.sign(
                Map.of("contest", contest, "digest", Bytes32.of(digest.digest()).hex(), "format", SEAL_FORMAT));
        member(out, ",\"seal\":", seal);
        out.write('}');
        out.flush();
    }

    private void writeOutcome(OutputStream out) throws IOException {
        var outcome = outcome();
        array(out, ",\"draw\":{\"alternates\":", outcome.alternates().stream().map(Leaf::position));
        member(out, ",\"at\":", drawn.at().toString());
        var beacon = drawn.beacon();
        if (beacon != null) {
            member(out, ",\"beacon\":", Map.of("round", beacon.round(), "value", beacon.value()));
        }
        member(out, ",\"position\":", drawn.position());
        member(out, ",\"seed\":", drawn.seed().reveal());
        array(out, ",\"winners\":", outcome.winners().stream().map(Outcome.Winner::json));
        out.write('}');
    }

    private static void member(OutputStream out, String before, Object value) throws IOException {
        out.write(before.getBytes(StandardCharsets.UTF_8));
        out.write(CanonicalJson.bytes(value));
    }

    private static void array(OutputStream out, String before, Stream<?> items) throws IOException {
        out.write((before + "[").getBytes(StandardCharsets.UTF_8));
        for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
            out.write(CanonicalJson.bytes(each.next()));
            if (each.hasNext()) {
                out.write(',');
            }
        }
        out.write(']');
    }
}
