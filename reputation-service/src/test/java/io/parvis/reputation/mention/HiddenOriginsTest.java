package io.parvis.reputation.mention;

import static io.parvis.eventing.testing.Api.asEveryone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What names an author is not kept, and the same mention is known all the same. */
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
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
        brandId = "b" + UUID.randomUUID();
        mentions = "/v1/brands/" + brandId + "/mentions";
        facts = new RecordedFacts(engine);
        facts.record(new BrandRegistered(brandId, brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
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
                        tag.value().equals(MentionTags.unkeyed(brandId, SAID.get("source"), SAID.get("externalId"))));
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
            return MentionTags.unkeyed(brandId, source, externalId);
        }
    }
}
