package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.HiddenFields;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.Guesses;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is made of something else tells nobody what that was who has the database and guesses, but not the keys. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class HiddenValuesTest {

    private static final String CHANCE = "nothing but chance";
    private static final String OF_CHANCE = "a digest of what holds 256 bits of chance";
    private static final String PUBLIC = "a digest of what everybody may read";
    private static final String OF_A_KEY = "as the deployment calls a key, or eight digits of a digest of its 256 bits";
    private static final String KEYED = "under parvis.blind-index-key";

    /** Whoever adds a field says here how it is hidden. */
    private static final Map<String, String> HIDDEN_BY = Map.ofEntries(
            entry("AttemptStarted.referralToken", CHANCE),
            entry("Code.hash", KEYED),
            entry("Code.sealed", "encrypted, " + KEYED),
            entry("ContestDrawn.seed", CHANCE + ", and public by then"),
            entry("ContestEntered.fanPseudonym", CHANCE),
            entry("ContestEntered.salt", CHANCE),
            entry("CouponsImported.keyId", OF_A_KEY),
            entry("DrawCommitted.seedKeyId", OF_A_KEY),
            entry("DrawCommitted.sealedSeed", "encrypted, under parvis.draw.seed-key"),
            entry("DrawCommitted.seedCommitment", OF_CHANCE),
            entry("EntriesSealed.merkleRoot", OF_CHANCE),
            entry("EntriesSealed.moderationSha256", PUBLIC),
            entry("EntriesSealed.publicationSha256", PUBLIC),
            entry("EntriesSealed.rulesSha256", PUBLIC),
            entry("EntryInvalidated.leaf", OF_CHANCE),
            entry("EntryReinstated.leaf", OF_CHANCE),
            entry("FanContactChanged.emailIndex", CHANCE),
            entry("FanContactChanged.releasedIndexes", CHANCE),
            entry("FanErased.indexes", CHANCE),
            entry("FanRegistered.emailIndex", CHANCE),
            entry("FanRegistered.externalIndex", CHANCE + "; in the first format " + KEYED),
            entry("MomentsRevealed.seed", CHANCE + ", and public by then"),
            entry("ReferralLinkMade.token", CHANCE));

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader log;

    @Test
    void knowsHowEachHiddenFieldOfAnEventIsHidden() {
        assertThat(HiddenFields.of("io.parvis.engagement")).containsExactlyInAnyOrderElementsOf(HIDDEN_BY.keySet());
    }

    @Test
    void tellsNobodyWhetherAGuessIsRightOnceAFanIsErased() {
        long before = log.head().toCompletableFuture().join();
        var brandId = brandRegistered(new RecordedFacts(engine));
        var of = "/v1/brands/" + brandId;
        var anne = Map.of(
                "country", "FR",
                "email", "anne-" + brandId + "@example.org",
                "externalId", "crm-" + brandId,
                "handle", "@anne-" + brandId,
                "birthDate", "1984-02-29");
        var key = "register-" + anne.get("email");
        String fanId = done(asEveryone()
                        .header("Idempotency-Key", key)
                        .body(anne)
                        .post(of + "/fans"))
                .path("fanId");
        var contestId = published(brandId, rules());
        done(enter(brandId, contestId, fanId));
        done(asEveryone().body(Map.of("fanId", fanId, "campaignId", contestId)).post(of + "/referrals"));
        String poolId = done(asEveryone().body(Map.of("name", "Ten euros")).post(of + "/coupon-pools"))
                .path("couponPoolId");
        var pool = of + "/coupon-pools/" + poolId;
        done(asEveryone().body(Map.of("codes", List.of("ANNE-1984"))).post(pool + "/codes"));
        done(asEveryone()
                .header("Idempotency-Key", "redeem-" + anne.get("email"))
                .body(Map.of("code", "ANNE-1984", "fanId", fanId))
                .post(pool + "/redeem"));
        done(asEveryone().delete(of + "/fans/" + fanId));

        var guessed = new HashMap<>(anne);
        guessed.remove("country");
        guessed.putAll(Map.of("key", key, "other key", "redeem-" + anne.get("email"), "code", "ANNE-1984"));
        var guesses = Guesses.of(within(guessed, Map.of("brand", brandId, "pool", poolId, "path", of + "/fans")));

        assertThat(guesses.confirmedByTheLog(before)).isEmpty();
        assertThat(guesses.confirmedByTheViews()).isEmpty();
    }

    /** As records usually tell values of one scope from those of another. */
    private static Map<String, String> within(Map<String, String> guessed, Map<String, String> scopes) {
        var all = new HashMap<>(guessed);
        scopes.forEach((scope, id) -> guessed.forEach((name, value) -> {
            for (var separator : List.of("", "\n", ":", "/", "|", "\nPOST\n")) {
                all.put("%s of %s, '%s'".formatted(name, scope, separator), id + separator + value);
            }
            all.put("%s of %s, framed".formatted(name, scope), id.length() + ":" + id + value);
        }));
        var path = scopes.get("path");
        all.put("the whole request", String.join("\n", "key:test", "POST", path, String.valueOf(guessed.get("key"))));
        return all;
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer;
    }
}
