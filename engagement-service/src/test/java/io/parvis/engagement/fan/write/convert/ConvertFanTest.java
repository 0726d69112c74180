package io.parvis.engagement.fan.write.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConvertFanTest {

    private static final Instant NOW = Instant.parse("2026-07-20T09:00:00Z");
    private static final BrandRegistered BRAND =
            new BrandRegistered(new BrandId("b1"), "velo", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final FanRegistered FAN = new FanRegistered("f1", "b1", null, "FR", List.of());

    private final ConvertFanHandler handler = new ConvertFanHandler();

    @Test
    void recordsThatAFanBecameACustomerNow() {
        assertThat(decide(null, BRAND, FAN)).containsExactly(new FanBecameCustomer("f1", "b1", NOW));
    }

    @Test
    void takesTheTimeThatThePartnerGives() {
        var then = NOW.minus(Duration.ofDays(30));

        assertThat(decide(then, BRAND, FAN)).containsExactly(new FanBecameCustomer("f1", "b1", then));
    }

    @Test
    void recordsItOnce() {
        assertThat(decide(null, BRAND, FAN, new FanBecameCustomer("f1", "b1", NOW.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void refusesTheFutureBeyondTheSkewOfClocks() {
        assertThat(decide(NOW.plus(Duration.ofMinutes(5)), BRAND, FAN)).hasSize(1);
        assertThatThrownBy(() -> decide(NOW.plus(Duration.ofMinutes(5)).plusNanos(1), BRAND, FAN))
                .isInstanceOf(BecameCustomerInTheFuture.class);
    }

    @Test
    void knowsNoFanThatIsErasedOrAnotherBrands() {
        assertThatThrownBy(() -> decide(null, BRAND, FAN, new FanErased("f1", "b1", List.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(null, BRAND, new FanRegistered("f1", "b2", null, "FR", List.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesForAnArchivedBrand() {
        assertThatThrownBy(() -> decide(null, BRAND, FAN, new BrandArchived(new BrandId("b1"))))
                .isInstanceOf(BrandIsArchived.class);
    }

    private List<FanBecameCustomer> decide(@Nullable Instant at, Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new ConvertFan("f1", "b1", at), state, NOW);
    }
}
