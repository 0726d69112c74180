package io.parvis.reputation.mention;

import static io.parvis.reputation.mention.OriginIndexes.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.schema.KeysUsedInLog;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class RequiredOriginKeysCheckTest {

    private static final BrandId BRAND = new BrandId("b1");

    /** Those that the service has in tests among its former ones, and so can start with again. */
    private static final String KEY = key("the first key, of thirty-two bytes or more");

    private static final String NEXT_KEY = key("the second one, as long as the first one is");

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    KeysUsedInLog log;

    @ConfigProperty(name = "parvis.mention-index.key")
    String inUse;

    @Test
    void doesNotStartWithoutAKeyThatMentionsAreKnownUnder() {
        var former = OriginIndexes.of(KEY);
        captured(former.hidden(BRAND, "forum", new ExternalId(UUID.randomUUID().toString())));

        isRefusedWithout(former.ring().inUse().id());
        new RequiredOriginKeysCheck(log, OriginIndexes.of(inUse, NEXT_KEY, KEY)).check();
        assertThat(OriginIndexes.of("a:" + KEY)
                        .ring()
                        .find(former.ring().inUse().id()))
                .isPresent();
    }

    /** Their tags stand before most ids, and are none. */
    @Test
    void doesNotStartWithoutAKeyHoweverManyMentionsOfTheFirstVersionThereAre() {
        var former = OriginIndexes.of(KEY);
        for (int i = 0; i < 110; i++) {
            captured("%064x".formatted(i));
        }
        captured(former.hidden(BRAND, "forum", new ExternalId(UUID.randomUUID().toString())));

        isRefusedWithout(former.ring().inUse().id());
    }

    private void isRefusedWithout(String id) {
        assertThatThrownBy(() -> new RequiredOriginKeysCheck(log, OriginIndexes.of(inUse, NEXT_KEY)).check())
                .hasMessageStartingWith("Mentions such as " + id + ".")
                .hasMessageContaining("are known only under the key %s, which parvis.mention-index.key lacks.", id);
    }

    private void captured(String origin) {
        new RecordedFacts(engine)
                .record(new MentionCaptured(
                        new MentionId("m" + UUID.randomUUID()),
                        BRAND,
                        "forum",
                        origin,
                        "said",
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
