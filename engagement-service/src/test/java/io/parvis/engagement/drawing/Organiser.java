package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.drawing.Moderation.Act;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.Sha256;
import io.parvis.proofs.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a contest as the service does, and as an organiser who cheats would. Everything is fixed, so that it repeats. */
final class Organiser {

    static final ContestId CONTEST = new ContestId("tour-de-parvis");
    static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    static final String QUICKNET = "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    /** The first key of RFC 8032 (7.1): everybody has it. */
    static final SigningKey KEY = SigningKey.parse("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g");

    static final long FIRST_ROUND = new Beacon(QUICKNET, 1).dueRound(CLOSES).orElseThrow();
    static final List<DrawPrize> PRIZES = List.of(new DrawPrize("A day with the team", 1), new DrawPrize("Jersey", 2));

    @Nullable
    Beacon beacon = new Beacon(QUICKNET, FIRST_ROUND);

    Seed seed = Seed.parse(bytes("seed").hex());
    Seed revealed = seed;
    Instant closedAt = CLOSES.plusSeconds(1);
    long round = FIRST_ROUND;
    String beaconValue = bytes("what the beacon said").hex();
    final List<DrawRules.InForce> rules = new ArrayList<>();
    final List<Leaf> entries = new ArrayList<>();
    final List<Map<String, Object>> receipts = new ArrayList<>();
    final List<Moderation> moderation = new ArrayList<>();
    final List<Redraw> redraws = new ArrayList<>();
    long position = 100;
    long closedPosition;

    Organiser() {
        inForce(rules(1, CLOSES, PRIZES), OPENS.minusSeconds(3600));
    }

    static Bytes32 bytes(String from) {
        return Sha256.of(from.getBytes(StandardCharsets.UTF_8));
    }

    static DrawRules rules(int version, Instant closes, List<DrawPrize> prizes) {
        return new DrawRules(
                version,
                OPENS,
                closes,
                bytes("The official rules"),
                prizes,
                Map.of("countries", List.of("BE", "FR"), "frequency", Map.of("mode", "calendar-day", "count", 1)));
    }

    void inForce(DrawRules version, Instant at) {
        rules.add(new DrawRules.InForce(version, at, ++position));
    }

    /** @return the receipt */
    Map<String, Object> enter(String fan) {
        position += 3;
        return enter(fan, bytes("salt " + position));
    }

    Map<String, Object> enter(String fan, Bytes32 salt) {
        var secret = new EntrySecret(CONTEST, new EntryId("entry-" + position), bytes("pseudonym of " + fan), salt);
        entries.add(new Leaf(position, secret.leaf(), secret.fan()));
        var version = rules.getLast().rules();
        var receipt = new Receipt(
                        secret,
                        position,
                        OPENS.plusSeconds(position),
                        version.version(),
                        version.sha256(CONTEST),
                        publication().sha256())
                .signed(KEY);
        receipts.add(receipt);
        return receipt;
    }

    void moderate(Act act, Leaf entry, String reason) {
        moderation.add(new Moderation(act, entry, ++position, OPENS.plusSeconds(position), reason));
        if (act == Act.INVALIDATED) {
            entries.remove(entry);
        } else {
            entries.add(entry);
            entries.sort(Comparator.comparing(Leaf::position));
        }
    }

    Publication publication() {
        return new Publication(CONTEST, seed.commitment(), beacon);
    }

    Closing close() {
        if (closedPosition == 0) {
            closedPosition = ++position;
        }
        return Closing.of(publication(), rules, moderation, Leaves.tree(entries), closedAt, closedPosition);
    }

    void redraw(int prize, long from, @Nullable Long to, String reason) {
        position = Math.max(position, closedPosition + 1);
        redraws.add(new Redraw(prize, from, to, closedAt.plusSeconds(3600 + position), ++position, reason));
    }

    DrawProof proof() {
        return proof(close());
    }

    DrawProof proof(Closing closing) {
        var value = beacon == null ? null : new BeaconValue(round, beaconValue);
        var drawn = new Drawn(revealed, value, closedAt.plusSeconds(600), closedPosition + 1);
        return new DrawProof(publication(), rules, entries, moderation, closing, drawn, redraws);
    }

    byte[] bytes() {
        return proof().bytes(KEY);
    }

    /** The example of docs/draw-proof.md. */
    static Organiser example() {
        var organiser = new Organiser();
        for (var fan : List.of("ada", "bo", "ada", "chloé", "didier", "eve")) {
            organiser.enter(fan);
        }
        organiser.moderate(Act.INVALIDATED, organiser.entries.get(3), "Entered by a machine");
        organiser.close();
        var outcome = organiser.proof().outcome();
        organiser.redraw(
                0,
                outcome.winners().getFirst().leaf().position(),
                outcome.alternates().getFirst().position(),
                "Did not claim within 14 days");
        return organiser;
    }

    /** A small contest with all that can happen in one. */
    static Organiser eventful() {
        var organiser = new Organiser();
        organiser.enter("ada");
        organiser.enter("bo");
        organiser.enter("ada");
        organiser.enter("chloé");
        organiser.inForce(rules(2, CLOSES, PRIZES), OPENS.plusSeconds(86_400));
        organiser.enter("didier");
        organiser.enter("eve");
        organiser.enter("flo");
        organiser.moderate(Act.INVALIDATED, organiser.entries.get(1), "Entered by a machine");
        organiser.moderate(Act.INVALIDATED, organiser.entries.get(2), "Same address as another fan");
        var mistaken = organiser.moderation.getLast().entry();
        organiser.moderate(Act.REINSTATED, mistaken, "They are a family: \"allowed\" by rule 4 é€😀");
        organiser.close();
        var outcome = organiser.proof().outcome();
        organiser.redraw(
                0,
                outcome.winners().getFirst().leaf().position(),
                outcome.alternates().getFirst().position(),
                "Did not claim within 14 days");
        return organiser;
    }
}
