package io.parvis.suite;

import io.parvis.suite.SuiteClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with the suite, in the domain's words. */
record Journey(SuiteClient client) {

    Answer registerBrand(String slug, String... headers) {
        return client.post(
                "/v1/brands",
                Map.of("slug", slug, "name", "Vélo Club", "timeZone", "Europe/Paris", "languages", List.of("fr")),
                headers);
    }

    String brand() {
        return registerBrand("b-" + UUID.randomUUID()).text("brandId");
    }

    Answer archive(String brandId) {
        return client.post("/v1/brands/" + brandId + "/archive", Map.of());
    }

    Answer draftContest(String brandId, String name) {
        return client.post(
                "/v1/brands/" + brandId + "/contests",
                Map.of(
                        "name",
                        name,
                        "mechanic",
                        "draw",
                        "opensAt",
                        Instant.now().minus(Duration.ofHours(1)).toString(),
                        "closesAt",
                        Instant.now().plus(Duration.ofDays(7)).toString(),
                        "timeZone",
                        "Europe/Paris",
                        "officialRules",
                        "One bicycle is drawn among all who entered.",
                        "prizes",
                        List.of(Map.of("name", "Bicycle", "quantity", 1))));
    }

    Answer publish(String brandId, String contestId) {
        return client.post("/v1/brands/" + brandId + "/contests/" + contestId + "/publish", Map.of());
    }

    String publishedContest(String brandId) {
        var contestId = draftContest(brandId, "Win a bicycle").text("contestId");
        publish(brandId, contestId);
        return contestId;
    }

    String fan(String brandId) {
        return client.post("/v1/brands/" + brandId + "/fans", Map.of("country", "FR"))
                .text("fanId");
    }

    Answer enter(String brandId, String contestId, String fanId, String... headers) {
        return client.post(
                "/v1/brands/" + brandId + "/contests/" + contestId + "/entries", Map.of("fanId", fanId), headers);
    }

    Answer mention(String brandId, String externalId, String... headers) {
        return client.post("/v1/brands/" + brandId + "/mentions", mentionBody(externalId), headers);
    }

    static Map<String, String> mentionBody(String externalId) {
        return Map.of(
                "source",
                "forum",
                "externalId",
                externalId,
                "text",
                "Said " + externalId,
                "publishedAt",
                "2026-07-04T10:00:00Z");
    }
}
