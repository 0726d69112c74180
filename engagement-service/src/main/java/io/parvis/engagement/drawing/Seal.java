package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import java.util.Map;

/** What the seal of a proof says beside its digest. */
final class Seal {

    private static final String FORMAT = "parvis-draw-seal-1";

    private Seal() {}

    static Map<String, String> of(ContestId contest) {
        return Map.of("contest", contest.value(), "format", FORMAT);
    }
}
