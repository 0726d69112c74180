package io.parvis.engagement.contest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.drawing.DrawKeys;
import io.parvis.engagement.drawing.SealedSeed;
import io.parvis.engagement.drawing.Seed;
import io.parvis.eventing.schema.KeysUsedInLog;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds are sealed for as long as a contest runs, whatever becomes of the key in use meanwhile. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class SeedRotationTest {

    private static final BrandId BRAND = new BrandId("b1");

    private static final String A = "seeds-a:" + secret("the first key: 32 bytes, no more");
    private static final String B = "seeds-b:" + secret("the next key: 32 bytes, not less");

    private final Seed seed = Seed.fresh();
    private final String contestId = "c" + UUID.randomUUID();

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    KeysUsedInLog log;

    @ConfigProperty(name = "parvis.draw.signing-key")
    String signingKey;

    @ConfigProperty(name = "parvis.draw.seed-key")
    String seedKey;

    @Test
    void sealsUnderTheFirstKeyAndSaysWhich() {
        assertThat(keys(B + "," + A).seal(seed, new ContestId(contestId)).keyId())
                .isEqualTo("seeds-b");
    }

    @Test
    void opensWhatAnyKeyOfTheRingSealed() {
        var before = keys(A).seal(seed, new ContestId(contestId));
        var after = keys(B + "," + A).seal(seed, new ContestId(contestId));

        for (var ring : new String[] {A + "," + B, B + "," + A}) {
            assertThat(keys(ring).open(before, new ContestId(contestId)).reveal())
                    .isEqualTo(seed.reveal());
            assertThat(keys(ring).open(after, new ContestId(contestId)).reveal())
                    .isEqualTo(seed.reveal());
        }
    }

    @Test
    void opensWhatWasSealedBeforeKeysHadIds() {
        var before = new SealedSeed(keys(A).seal(seed, new ContestId(contestId)).text(), null);

        for (var ring : new String[] {A, A + "," + B, B + "," + A}) {
            assertThat(keys(ring).open(before, new ContestId(contestId)).reveal())
                    .isEqualTo(seed.reveal());
        }
    }

    @Test
    void saysWhichKeyIsMissing() {
        var before = keys(A).seal(seed, new ContestId(contestId));

        assertThatThrownBy(() -> keys(B).open(before, new ContestId(contestId)))
                .hasMessageContaining("parvis.draw.seed-key lacks the key seeds-a");
    }

    @Test
    void doesNotStartWithoutTheKeyOfAContestThatIsStillToBeDrawn() {
        var id = "s" + UUID.randomUUID().toString().substring(0, 8);
        var facts = new RecordedFacts(engine);
        facts.record(new DrawCommitted(
                new ContestId(contestId), BRAND, seed.commitment().hex(), "AQ==", id));

        assertThatThrownBy(() -> new RequiredSeedKeysCheck(log, keys(seedKey)).check())
                .hasMessage(
                        "The draw of contest %s needs the key %s, which parvis.draw.seed-key lacks. Put it back as"
                                + " %2$s:base64, behind the key in use; it may go once nothing needs it any more",
                        contestId, id);
        new RequiredSeedKeysCheck(log, keys(id + ":" + secret("some other key, 32 bytes, I say.") + "," + seedKey))
                .check();

        facts.record(new MomentsRevealed(new ContestId(contestId), BRAND, seed.reveal(), 0));
        new RequiredSeedKeysCheck(log, keys(seedKey)).check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "a:c2hvcnQ=", "a:%1$s,a:%2$s", "%1$s,%1$s"})
    void refusesWhatIsNoRing(String form) {
        var ring = form.formatted(A.substring(A.indexOf(':') + 1), B.substring(B.indexOf(':') + 1));

        assertThatThrownBy(() -> keys(ring)).hasMessageContaining("parvis.draw.seed-key");
    }

    @Test
    void takesNoPublicKeyButThatOfTheKeyInUse() {
        assertThatThrownBy(() -> keys(A, Optional.of("MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=")))
                .hasMessageContaining("parvis.draw.public-key is not that of the first key of parvis.draw.signing-key");
    }

    private DrawKeys keys(String seeds) {
        return keys(seeds, Optional.empty());
    }

    private DrawKeys keys(String seeds, Optional<String> publicKey) {
        var signing = signingKey;
        return new DrawKeys(new DrawKeys.Config() {
            @Override
            public String signingKey() {
                return signing;
            }

            @Override
            public Optional<String> publicKey() {
                return publicKey;
            }

            @Override
            public String seedKey() {
                return seeds;
            }
        });
    }

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
