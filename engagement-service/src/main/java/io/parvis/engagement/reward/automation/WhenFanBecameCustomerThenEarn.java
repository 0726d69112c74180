package io.parvis.engagement.reward.automation;

import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.RewardProgramme.Kind;
import io.parvis.engagement.reward.write.rule.EarnByRule;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

@Singleton
class WhenFanBecameCustomerThenEarn implements Automation {

    private final Earning earning;

    WhenFanBecameCustomerThenEarn(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String name() {
        return "engagement.reward-fan-became-customer";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    /** By the programme in force when we learned of it: nobody earns more by reporting another date. */
    @EventHandler
    Uni<?> on(FanBecameCustomer customer, Reaction reaction, RecordedEvent recorded) {
        return earning.earn(
                new EarnByRule(
                        new PointsEntryId(Ulid.next()),
                        customer.brandId(),
                        customer.fanId(),
                        Kind.FAN_BECAME_CUSTOMER,
                        null,
                        recorded.recordedAt()),
                reaction,
                recorded);
    }
}
