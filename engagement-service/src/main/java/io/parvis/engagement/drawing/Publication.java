package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is promised about a draw when its contest is published, and never changes: who steers it, if anybody. Every
 * receipt holds its hash.
 *
 * @param seedCommitment {@link Seed#commitment()}
 * @param beacon none: the proof then says {@code operator-trusted}
 */
public record Publication(
        ContestId contest, Bytes32 seedCommitment, @Nullable Beacon beacon) {

    static final String FORMAT = "parvis-draw-publication-1";

    /** As published: what {@link #sha256()} is of. */
    public Map<String, Object> json() {
        var json = new TreeMap<String, Object>(Map.of(
                "contest",
                contest.value(),
                "format",
                FORMAT,
                "seedCommitment",
                seedCommitment.hex(),
                "trust",
                beacon == null ? "operator-trusted" : "public-beacon"));
        if (beacon != null) {
            json.put("beacon", Map.of("firstRound", beacon.firstRound(), "source", beacon.source()));
        }
        return json;
    }

    /** What a receipt holds of it. */
    public Bytes32 sha256() {
        return CanonicalJson.sha256(json());
    }
}
