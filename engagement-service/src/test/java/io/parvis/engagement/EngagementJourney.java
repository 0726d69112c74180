package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.testing.RecordedFacts;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The domain's words for tests: brands as presence-service records them, and requests as callers send them. */
public final class EngagementJourney {

    private EngagementJourney() {}

    /** @return its id */
    public static String brandRegistered(RecordedFacts facts) {
        var brandId = "b" + UUID.randomUUID();
        facts.record(
                new BrandRegistered(new BrandId(brandId), brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
        return brandId;
    }

    static void brandArchived(RecordedFacts facts, String brandId) {
        facts.record(new BrandArchived(new BrandId(brandId)));
    }

    static String contests(String brandId) {
        return "/v1/brands/" + brandId + "/contests";
    }

    public static Map<String, Object> rules() {
        var rules = new HashMap<String, Object>();
        rules.put("name", "Win a bicycle");
        rules.put("mechanic", "draw");
        rules.put("opensAt", Instant.now().minus(Duration.ofHours(1)).toString());
        rules.put("closesAt", Instant.now().plus(Duration.ofDays(7)).toString());
        rules.put("timeZone", "Europe/Paris");
        rules.put("officialRules", "One bicycle is drawn among all who entered.");
        rules.put("eligibility", Map.of("countries", List.of("FR", "BE")));
        rules.put("frequency", Map.of("mode", "once"));
        rules.put(
                "prizes",
                List.of(Map.of(
                        "name", "Bicycle", "quantity", 1, "unitValue", Map.of("amount", 899.90, "currency", "EUR"))));
        return rules;
    }

    static Response draft(String brandId, Map<String, Object> rules) {
        return asEveryone().body(rules).post(contests(brandId));
    }

    public static String published(String brandId, Map<String, Object> rules) {
        String contestId = draft(brandId, rules).path("contestId");
        publish(brandId, contestId).then().statusCode(204);
        return contestId;
    }

    static Response change(String brandId, String contestId, Map<String, ?> patch) {
        return asEveryone().body(patch).patch(contests(brandId) + "/" + contestId);
    }

    static Response publish(String brandId, String contestId) {
        return asEveryone().post(contests(brandId) + "/" + contestId + "/publish");
    }

    static String fan(String brandId, String country) {
        return asEveryone()
                .body(Map.of("country", country))
                .post("/v1/brands/" + brandId + "/fans")
                .path("fanId");
    }

    public static Response enter(String brandId, String contestId, String fanId) {
        return asEveryone().body(Map.of("fanId", fanId)).post(contests(brandId) + "/" + contestId + "/entries");
    }
}
