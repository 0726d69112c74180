package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.SealedDocument;
import io.parvis.proofs.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

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

    /** Equal where the bytes are. */
    public static Bytes32 fingerprint(Closing closing, Drawn drawn, List<Redraw> redraws, SigningKey key) {
        return closing.fingerprint(FORMAT, drawn, redraws.stream().map(Redraw::json), key);
    }

    /** Winners and alternates, before any redraw. */
    public DrawOutcome outcome() {
        return DrawOutcome.of(
                drawn.seed(),
                drawn.beacon(),
                publication.contest(),
                leaves,
                rules.getLast().rules().prizes());
    }

    /** All of it in memory; for large ones see {@link #writeTo}. */
    public byte[] bytes(SigningKey key) {
        return SealedDocument.inMemory(out -> writeTo(out, key));
    }

    /** Writes and flushes; closing is the caller's. */
    public void writeTo(OutputStream target, SigningKey key) throws IOException {
        writeTo(target, key, outcome());
    }

    /** @param outcome {@link #outcome()}, for whoever has it already */
    public void writeTo(OutputStream target, SigningKey key, DrawOutcome outcome) throws IOException {
        var contest = publication.contest();
        var document = new SealedDocument(target);
        document.member("{\"closing\":", closing.signed(key));
        writeOutcome(document, outcome);
        document.member(",\"format\":", FORMAT)
                .member(",\"key\":", Map.of("id", key.id(), "publicKey", key.publicKey()))
                .array(",\"leaves\":", leaves.stream().map(Leaf::json))
                .array(",\"moderation\":", moderation.stream().map(Moderation::json))
                .member(",\"publication\":", publication.json())
                .array(",\"redraws\":", redraws.stream().map(Redraw::json))
                .array(",\"rules\":", rules.stream().map(version -> version.json(contest)))
                .seal(Seal.of(contest), key);
    }

    private void writeOutcome(SealedDocument document, DrawOutcome outcome) throws IOException {
        document.array(
                        ",\"draw\":{\"alternates\":",
                        outcome.alternates().stream().map(Leaf::position))
                .member(",\"at\":", drawn.at().toString());
        var beacon = drawn.beacon();
        if (beacon != null) {
            document.member(",\"beacon\":", Map.of("round", beacon.round(), "value", beacon.value()));
        }
        document.member(",\"position\":", drawn.position())
                .member(",\"seed\":", drawn.seed().reveal())
                .array(",\"winners\":", outcome.winners().stream().map(DrawOutcome.Winner::json))
                .text("}");
    }
}
