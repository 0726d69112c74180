package io.parvis.engagement.coupon;

import io.parvis.eventing.schema.KeysUsedInLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a start without a key that hides codes of a pool that is not over. */
@ApplicationScoped
class RequiredCouponKeysCheck {

    private static final String LIVING = """
            select i.payload ->> 'couponPoolId'
            from event_store.tag t join event_store.readable_event i using (position)
            where t.tag = 'coupon-code-key=' || $1 and not exists (
                select from event_store.tag l join event_store.readable_event e using (position)
                where l.tag = 'coupon-pool=' || (i.payload ->> 'couponPoolId')
                  and e.name = 'engagement.CouponPoolCreated' and (e.payload ->> 'validUntil')::timestamptz < now())
            limit 1
            """;

    private final KeysUsedInLog log;
    private final CouponCodes codes;

    RequiredCouponKeysCheck(KeysUsedInLog log, CouponCodes codes) {
        this.log = log;
        this.codes = codes;
    }

    void check(@Observes @Priority(35) StartupEvent starting) {
        check();
    }

    void check() {
        log.refuseWithout(codes.keys(), CouponTags.KEY, LIVING, "The codes of coupon pool %s need");
    }
}
