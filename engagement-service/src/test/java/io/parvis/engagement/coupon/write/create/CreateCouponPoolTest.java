package io.parvis.engagement.coupon.write.create;

import static io.parvis.engagement.coupon.write.CouponFacts.OVER;
import static io.parvis.engagement.coupon.write.CouponFacts.pool;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.CouponPoolId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CreateCouponPoolTest {

    private static final BrandId BRAND = new BrandId("b1");

    private static final CreateCouponPool CREATE =
            new CreateCouponPool(new CouponPoolId("p1"), BRAND, "Ten euros off", Duration.ofDays(1), OVER);

    @Test
    void setsUpAPoolOfAnActiveBrand() {
        decider(new CreateCouponPoolHandler()).given(brand()).when(CREATE).then(pool());
    }

    @Test
    void setsUpNothingForAnArchivedBrand() {
        decider(new CreateCouponPoolHandler())
                .given(brand(), new BrandArchived(BRAND))
                .when(CREATE)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new CreateCouponPoolHandler())
                .given(brand(new BrandId("b2")))
                .when(CREATE)
                .thenRefused(NotFound.class);
    }
}
