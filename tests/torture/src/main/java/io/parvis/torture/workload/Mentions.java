package io.parvis.torture.workload;

import io.parvis.torture.workload.KnownThings.Mention;
import java.util.Map;

/** What is sent of something said, and what the event must say of it. */
final class Mentions {

    private Mentions() {}

    static Map<String, String> body(Mention said) {
        return Map.of(
                "source",
                "forum",
                "externalId",
                said.externalId(),
                "text",
                "Said " + said.externalId(),
                "publishedAt",
                "2026-07-04T10:00:00Z");
    }

    static Map<String, String> wanted(Mention said) {
        return Map.of("/brandId", said.brandId(), "/source", "forum", "/text", "Said " + said.externalId());
    }
}
