package io.parvis.engagement.fan.write.convert;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.NOW;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvertFanTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Instant AHEAD_BY_A_SKEW = NOW.plus(Duration.ofMinutes(5));
    private static final ConvertFan CONVERT = new ConvertFan(FAN, BRAND, null);

    @Test
    void recordsThatAFanBecameACustomerNow() {
        decider(new ConvertFanHandler()).given(brand(), fan()).when(CONVERT).then(becameCustomer(NOW));
    }

    @Test
    void takesTheTimeThatThePartnerGives() {
        var then = NOW.minus(Duration.ofDays(30));

        decider(new ConvertFanHandler())
                .given(brand(), fan())
                .when(new ConvertFan(FAN, BRAND, then))
                .then(becameCustomer(then));
    }

    @Test
    void recordsItOnce() {
        decider(new ConvertFanHandler())
                .given(brand(), fan(), becameCustomer(NOW.minusSeconds(1)))
                .when(CONVERT)
                .thenNothing();
    }

    @Test
    void takesTheFutureWithinTheSkewOfClocks() {
        decider(new ConvertFanHandler())
                .given(brand(), fan())
                .when(new ConvertFan(FAN, BRAND, AHEAD_BY_A_SKEW))
                .then(becameCustomer(AHEAD_BY_A_SKEW));
    }

    @Test
    void refusesTheFutureBeyondTheSkewOfClocks() {
        decider(new ConvertFanHandler())
                .given(brand(), fan())
                .when(new ConvertFan(FAN, BRAND, AHEAD_BY_A_SKEW.plusNanos(1)))
                .thenRefused(BecameCustomerInTheFuture.class);
    }

    @Test
    void knowsNoErasedFan() {
        decider(new ConvertFanHandler())
                .given(brand(), fan(), ERASED)
                .when(CONVERT)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        decider(new ConvertFanHandler())
                .given(brand(), new FanRegistered(FAN, new BrandId("b2"), null, "FR", List.of()))
                .when(CONVERT)
                .thenRefused(NotFound.class);
    }

    @Test
    void refusesForAnArchivedBrand() {
        decider(new ConvertFanHandler())
                .given(brand(), fan(), new BrandArchived(BRAND))
                .when(CONVERT)
                .thenRefused(BrandIsArchived.class);
    }

    private static FanBecameCustomer becameCustomer(Instant at) {
        return new FanBecameCustomer(FAN, BRAND, at);
    }
}
