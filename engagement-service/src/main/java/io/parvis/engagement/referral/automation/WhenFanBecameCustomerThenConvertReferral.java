package io.parvis.engagement.referral.automation;

import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.referral.write.convert.ConvertReferral;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

@Singleton
class WhenFanBecameCustomerThenConvertReferral implements Automation {

    @Override
    public String name() {
        return "engagement.convert-referral";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<?> on(FanBecameCustomer customer, Reaction reaction) {
        return reaction.send(new ConvertReferral(customer.fanId(), customer.brandId()));
    }
}
