package io.parvis.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.testing.TestKeys;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private Future<Optional<KeyHolder>> database = holder(null);
    private int asked;
    private Duration passed = Duration.ZERO;

    private final ApiKeys keys = new ApiKeys(
            presented -> {
                asked++;
                return database.map(holder -> holder.map(
                                caller -> Map.of(presented.iterator().next().hash(), caller))
                        .orElse(Map.of()));
            },
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> passed.toNanos(),
            new Limits());

    @Test
    void asksOncePerFewSeconds() {
        identify();
        identify();
        pass(6);
        identify();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void remembersANoAsItRemembersAYes() {
        database = Future.succeededFuture(Optional.empty());

        identify();

        assertThat(identify()).isInstanceOf(Identification.Refused.class);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksNobodyAboutWhatIsNoKey() {
        assertThat(keys.identify("secret").toCompletableFuture().join()).isInstanceOf(Identification.Refused.class);
        assertThat(keys.identify(null).toCompletableFuture().join()).isInstanceOf(Identification.Refused.class);
        assertThat(asked).isZero();
    }

    @Test
    void honoursAGoodKeyForAMinuteWithoutTheDatabase() {
        identify();
        database = Future.failedFuture("away");
        pass(54);

        assertThat(identify()).isInstanceOf(Identification.Known.class);
        pass(7);
        assertThat(identify()).isInstanceOf(Identification.Undecided.class);
    }

    @Test
    void doesNotRememberThatItCouldNotAsk() {
        database = Future.failedFuture("away");
        identify();
        database = holder(null);

        assertThat(identify()).isInstanceOf(Identification.Known.class);
    }

    @Test
    void doesNotHonourAKeyThatWasTakenAway() {
        identify();
        pass(6);
        database = Future.succeededFuture(Optional.empty());
        identify();
        pass(6);
        database = Future.failedFuture("away");

        assertThat(identify()).isInstanceOf(Identification.Undecided.class);
    }

    @Test
    void refusesAKeyFromTheMomentItExpires() {
        database = holder(NOW);

        assertThat(identify()).isInstanceOf(Identification.Refused.class);
    }

    private Identification identify() {
        return keys.identify(TestKeys.EVERYTHING).toCompletableFuture().join();
    }

    private void pass(int seconds) {
        passed = passed.plusSeconds(seconds);
    }

    private static Future<Optional<KeyHolder>> holder(@org.jspecify.annotations.Nullable Instant expiresAt) {
        return Future.succeededFuture(Optional.of(new KeyHolder("p-1", "all-1", "all", List.of(), expiresAt)));
    }

    record Limits() implements GatewayConfig.Keys {

        @Override
        public Duration freshFor() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration honouredFor() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int remembered() {
            return 100;
        }
    }
}
