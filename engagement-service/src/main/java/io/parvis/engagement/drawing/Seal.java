package io.parvis.engagement.drawing;

import java.util.Map;

/** What the seal of a proof says beside its digest. */
final class Seal {

    private static final String FORMAT = "parvis-draw-seal-1";

    private Seal() {}

    static Map<String, String> of(String contest) {
        return Map.of("contest", contest, "format", FORMAT);
    }
}
