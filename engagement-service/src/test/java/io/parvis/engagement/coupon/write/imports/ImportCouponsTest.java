package io.parvis.engagement.coupon.write.imports;

import static io.parvis.engagement.coupon.write.CouponFacts.NOW;
import static io.parvis.engagement.coupon.write.CouponFacts.OVER;
import static io.parvis.engagement.coupon.write.CouponFacts.pool;
import static io.parvis.engagement.coupon.write.CouponFacts.stocked;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponPoolIsOver;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsImported.Code;
import io.parvis.engagement.coupon.event.CouponsStocked;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportCouponsTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final CouponPoolId POOL = new CouponPoolId("p1");

    @Test
    void putsNewCodesBehindThoseThatThereAre() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(2))
                .at(NOW)
                .when(load(2, codes(3)))
                .then(
                        new CouponsImported(POOL, BRAND, 2, codes(3), "k1"),
                        new CouponsStocked(POOL, BRAND, 3, Stock.EMPTY.add(5)));
    }

    @Test
    void writesDownEachBlockByItself() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(99))
                .at(NOW)
                .when(load(99, codes(2)))
                .then(
                        new CouponsImported(POOL, BRAND, 99, codes(2).subList(0, 1), "k1"),
                        new CouponsImported(POOL, BRAND, 100, codes(2).subList(1, 2), "k1"),
                        new CouponsStocked(POOL, BRAND, 2, Stock.EMPTY.add(101)));
    }

    @Test
    void recordsNothingWhereNoCodeIsNew() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(2))
                .at(NOW)
                .when(load(2, List.of()))
                .thenNothing();
    }

    @Test
    void refusesWhatAnotherImportOvertook() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(2))
                .at(NOW)
                .when(load(0, codes(1)))
                .thenRefused(CouponImportOvertaken.class);
    }

    @Test
    void fillsAPoolToTheLast() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(Stock.MOST - 1))
                .at(NOW)
                .when(load(Stock.MOST - 1, codes(1)))
                .then(
                        new CouponsImported(POOL, BRAND, Stock.MOST - 1, codes(1), "k1"),
                        new CouponsStocked(POOL, BRAND, 1, Stock.EMPTY.add(Stock.MOST)));
    }

    @Test
    void refusesMoreThanAPoolHolds() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), stocked(Stock.MOST - 1))
                .at(NOW)
                .when(load(Stock.MOST - 1, codes(2)))
                .thenRefused(CouponPoolIsFull.class);
    }

    @Test
    void refusesFromTheEndOfThePoolOn() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool())
                .at(OVER)
                .when(load(0, codes(1)))
                .thenRefused(CouponPoolIsOver.class);
    }

    @Test
    void takesNothingInTheNameOfAnArchivedBrand() {
        decider(new ImportCouponsHandler())
                .given(brand(), pool(), new BrandArchived(BRAND))
                .at(NOW)
                .when(load(0, codes(1)))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoPoolOfAnotherBrand() {
        decider(new ImportCouponsHandler())
                .given(brand(ANOTHER_BRAND), pool())
                .at(NOW)
                .when(new ImportCoupons(POOL, ANOTHER_BRAND, 0, codes(1), "k1"))
                .thenRefused(NotFound.class);
    }

    private static ImportCoupons load(int known, List<Code> codes) {
        return new ImportCoupons(POOL, BRAND, known, codes, "k1");
    }

    private static List<Code> codes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Code("h" + i, "sealed" + i))
                .toList();
    }
}
