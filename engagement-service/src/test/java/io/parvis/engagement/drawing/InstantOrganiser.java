package io.parvis.engagement.drawing;

import static io.parvis.engagement.drawing.Organiser.CLOSES;
import static io.parvis.engagement.drawing.Organiser.CONTEST;
import static io.parvis.engagement.drawing.Organiser.KEY;
import static io.parvis.engagement.drawing.Organiser.OPENS;

import io.parvis.engagement.drawing.InstantProof.Entry;
import io.parvis.engagement.drawing.InstantProof.Lapse;
import io.parvis.engagement.drawing.Moderation.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs an instant win as the service does, and as an organiser who cheats would: two of three moments are won. */
final class InstantOrganiser {

    static final Seed SEED = Seed.parse(Organiser.bytes("seed").hex());
    private static final List<DrawPrize> PRIZES = List.of(new DrawPrize("Bicycle", 1), new DrawPrize("Jersey", 2));

    Seed revealed = SEED;
    final List<DrawRules.InForce> rules = new ArrayList<>(List.of(version(1, PRIZES, 100)));
    final List<Entry> entries = new ArrayList<>();
    final List<Map<String, Object>> receipts = new ArrayList<>();
    final List<Moderation> moderation = new ArrayList<>();
    final List<Long> wonBy = new ArrayList<>();
    final List<Lapse> lapses = new ArrayList<>();

    InstantOrganiser() {
        var moments = Moments.of(SEED, CONTEST, OPENS, CLOSES, PRIZES);
        var second = moments.get(1).at();
        enter("ada", OPENS);
        enter("bo", moments.get(0).at());
        enter("bo", second);
        enter("chloé", second.plusSeconds(5));
        enter("didier", second.plusSeconds(4));
        moderation.add(new Moderation(Act.INVALIDATED, entries.getLast().leaf(), 130, CLOSES, "A machine"));
        wonBy.addAll(List.of(position(1), position(3)));
        lapses.add(new Lapse(moments.get(0).prize(), position(1), CLOSES, 131, "Not claimed in time"));
    }

    static DrawRules.InForce version(int number, List<DrawPrize> prizes, long position) {
        var hash = Organiser.bytes("The official rules");
        var rules = new DrawRules(number, OPENS, CLOSES, hash, prizes, Map.of("mechanic", "instant-win"));
        return new DrawRules.InForce(rules, OPENS.minusSeconds(3600), position);
    }

    private void enter(String fan, Instant at) {
        var position = 110 + 2L * entries.size();
        var pseudonym = Organiser.bytes("pseudonym of " + fan);
        var secret = new EntrySecret(
                CONTEST, new EntryId("entry-" + position), pseudonym, Organiser.bytes("salt " + position));
        entries.add(new Entry(new Leaf(position, secret.leaf(), secret.fan()), at));
        var inForce = rules.getFirst().rules();
        receipts.add(new Receipt(
                        secret,
                        position,
                        at,
                        1,
                        inForce.sha256(CONTEST),
                        publication().sha256())
                .signed(KEY));
    }

    long position(int entry) {
        return entries.get(entry).leaf().position();
    }

    private static Publication publication() {
        return new Publication(CONTEST, SEED.commitment(), null);
    }

    Closing closing() {
        var invalid = moderation.getFirst().entry();
        var valid = entries.stream()
                .map(Entry::leaf)
                .filter(leaf -> !leaf.equals(invalid))
                .toList();
        return Closing.of(publication(), rules, moderation, Leaves.tree(valid), CLOSES, 140);
    }

    byte[] bytes() {
        var reveal = new Drawn(revealed, null, CLOSES.plusSeconds(1), 142);
        return new InstantProof(publication(), rules, entries, moderation, closing(), reveal, wonBy, lapses).bytes(KEY);
    }
}
