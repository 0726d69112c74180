package io.parvis.reputation.mention;

import static io.parvis.edge.testing.Api.asEveryone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.KnownBrand;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names an author is not kept, and the same mention is known all the same. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class HiddenOriginsTest {

    private static final Map<String, String> SAID = Map.of(
            "source", "network",
            "externalId", "jane-doe/status/42",
            "text", "What a ride",
            "publishedAt", "2026-07-04T10:00:00Z",
            "url", "https://network.example.org/jane-doe/status/42",
            "inReplyTo", "john-doe/status/41");

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader log;

    private RecordedFacts facts;
    private String brandId;
    private String mentions;

    @BeforeEach
    void brandRegistered() {
        facts = new RecordedFacts(engine);
        brandId = KnownBrand.registered(facts);
        mentions = "/v1/brands/" + brandId + "/mentions";
    }

    @Test
    void recordsNothingThatNamesTheAuthor() {
        String mentionId = asEveryone().body(SAID).post(mentions).path("mentionId");

        var recorded = log.tagged(Tag.of("mention", mentionId), 0, 2)
                .toCompletableFuture()
                .join()
                .getFirst();
        assertThat(new String((byte[]) recorded.payload(), UTF_8))
                .contains("What a ride")
                .doesNotContain("doe")
                .doesNotContain("example.org");
        assertThat(recorded.tags())
                .noneMatch(tag ->
                        tag.value().equals(FirstVersion.origin(brandId, SAID.get("source"), SAID.get("externalId"))));
    }

    @Test
    void tellsNothingThatNamesTheAuthor() {
        var created = asEveryone().body(SAID).post(mentions);

        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(mentions + "/" + created.path("mentionId"))
                .then()
                .statusCode(200)
                .body("text", equalTo("What a ride"))
                .body("$", not(hasKey("url")))
                .body("$", not(hasKey("externalId")))
                .body("$", not(hasKey("inReplyTo")));
    }

    @Test
    void knowsAMentionThatWasRecordedInClear() {
        var position = facts.record(
                new FirstVersion("m-" + brandId, brandId, "network", "jane-doe/status/42", "First", Instant.now()));

        asEveryone().body(SAID).post(mentions).then().statusCode(200).body("mentionId", equalTo("m-" + brandId));
        assertThat(position).isPositive();
        await().untilAsserted(() -> asEveryone()
                .get(mentions + "/m-" + brandId)
                .then()
                .statusCode(200)
                .body("text", equalTo("First")));
    }

    /** What is one id today had a tag for each of its forms. */
    @ParameterizedTest
    @CsvSource({
        "network, Ve\u0301lo 1,        network, Ve\u0301lo 1",
        "network, Ve\u0301lo 1,        network, V\u00e9lo 1",
        "network, V\u00e9lo 1,         network, Ve\u0301lo 1",
        "network, Ve\u0301lo-\u00e9,   network, Ve\u0301lo-\u00e9",
        "ve\u0301lo.example, 42,       ve\u0301lo.example, 42",
        "ve\u0301lo.example, 42,       v\u00e9lo.example, 42",
        "network, \u212b1,             network, \u212b1",
        "network, \ud55c\uad6d,        network, \u1112\u1161\u11ab\u1100\u116e\u11a8",
        "network, \u0958,              network, \u0958"
    })
    void knowsAMentionThatWasRecordedByTheBytesOfItsId(String source, String externalId, String from, String sent) {
        facts.record(new FirstVersion("m-" + brandId, brandId, source, externalId, "First", Instant.now()));
        var again = new HashMap<>(SAID);
        again.put("source", from);
        again.put("externalId", sent);

        asEveryone().body(again).post(mentions).then().statusCode(200).body("mentionId", equalTo("m-" + brandId));
    }

    /** As it was recorded once. */
    @Event(namespace = "reputation", name = "MentionCaptured", version = "1")
    record FirstVersion(
            @EventTag(key = "mention") String mentionId,
            String brandId,
            String source,
            String externalId,
            String text,
            Instant publishedAt) {

        @EventTag(key = MentionTags.ORIGIN)
        String origin() {
            return origin(brandId, source, externalId);
        }

        static String origin(String brandId, String source, String externalId) {
            var framed = "%d:%s%d:%s%s".formatted(brandId.length(), brandId, source.length(), source, externalId);
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(framed.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
