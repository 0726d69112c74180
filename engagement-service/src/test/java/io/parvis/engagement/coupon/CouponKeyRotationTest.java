package io.parvis.engagement.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.schema.KeysUsedInLog;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes stay in the log as they were imported, whatever key is in use by now. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class CouponKeyRotationTest {

    private static final BrandId BRAND = new BrandId("b1");

    private static final String CODE = "SUMMER-1";

    private final String a = fresh();
    private final String b = fresh();
    private final CouponPoolId poolId = new CouponPoolId("p" + UUID.randomUUID());

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventLog log;

    @Inject
    KeysUsedInLog keysInLog;

    @ConfigProperty(name = "parvis.blind-index-key")
    String testKey;

    @Test
    void findsAndTellsCodesThatAnyKeyOfTheRingHid() {
        imported(codes(a), codes(a).keyId());
        isOver();

        for (var ring : List.of(a, a + "," + b, b + "," + a)) {
            assertThat(log(ring).numberOf(poolId, CODE).await().indefinitely()).isZero();
            assertThat(log(ring).codeOf(poolId, 0).await().indefinitely()).isEqualTo(CODE);
        }
        assertThatThrownBy(() -> log(b).numberOf(poolId, CODE).await().indefinitely())
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> log(b).codeOf(poolId, 0).await().indefinitely())
                .hasMessageContaining("parvis.coupon-codes.key lacks the key " + id(a));
    }

    @Test
    void findsAndTellsCodesOfBeforeKeysHadIds() {
        imported(codes(a), null);

        for (var ring : List.of(a, a + "," + b, b + "," + a)) {
            assertThat(log(ring).numberOf(poolId, CODE).await().indefinitely()).isZero();
            assertThat(log(ring).codeOf(poolId, 0).await().indefinitely()).isEqualTo(CODE);
        }
    }

    @Test
    void knowsACodeAgainThatAnotherKeyHid() {
        assertThat(codes(b + "," + a).hashes(poolId, CODE)).contains(codes(a).hash(poolId, CODE));
    }

    @Test
    void usesTheBlindIndexWhereThereIsNoRingOfItsOwn() {
        var index = new BlindIndex(() -> a);

        assertThat(new CouponCodes(Optional::empty, index).keyId()).isEqualTo(id(a));
    }

    @Test
    void doesNotStartWithoutTheKeyOfAPoolThatIsNotOver() {
        var living = codes(a);
        imported(living, living.keyId());

        try {
            assertThatThrownBy(() -> new RequiredCouponKeysCheck(keysInLog, codes(testKey)).check())
                    .hasMessageStartingWith("The codes of coupon pool ")
                    .hasMessageContaining(" which parvis.coupon-codes.key lacks. Put it back as ");
        } finally {
            // Other tests start on this log with the key of all tests alone.
            isOver();
        }
        new RequiredCouponKeysCheck(keysInLog, codes(testKey)).check();
    }

    private void imported(CouponCodes codes, @Nullable String keyId) {
        var hidden = new CouponsImported.Code(codes.hash(poolId, CODE), codes.seal(poolId, CODE));
        new RecordedFacts(engine).record(new CouponsImported(poolId, BRAND, 0, List.of(hidden), keyId));
    }

    private void isOver() {
        new RecordedFacts(engine)
                .record(new CouponPoolCreated(poolId, BRAND, "Summer", Duration.ofHours(1), Instant.EPOCH));
    }

    private CouponLookup log(String ring) {
        return new CouponLookup(log, codes(ring));
    }

    private CouponCodes codes(String ring) {
        return new CouponCodes(() -> Optional.of(ring), new BlindIndex(() -> testKey));
    }

    private static String id(String key) {
        return key.substring(0, key.indexOf(':'));
    }

    private static String fresh() {
        var id = UUID.randomUUID().toString();
        return id.substring(0, 8) + ":" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
    }
}
