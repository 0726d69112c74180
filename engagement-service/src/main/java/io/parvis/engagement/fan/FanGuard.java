package io.parvis.engagement.fan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.command.ResourceType.Resource;
import org.axonframework.messaging.eventstreaming.Tag;

/** What every decision about a fan asks of it. */
public final class FanGuard {

    /** A fan that commands change. What is erased is not there any more: that is no version of it. */
    public static final ResourceType FAN = ResourceType.tagged(
            "fan",
            FanRegistered.class,
            FanCountryChanged.class,
            FanContactChanged.class,
            FanConsentsChanged.class,
            FanBecameCustomer.class);

    private FanGuard() {}

    /** What {@link FanLife} folds. A change of contact data or of consents does not disturb the decision. */
    public static Criterion life(FanId fanId) {
        return Criterion.tagged(
                Tag.of("fan", fanId.value()), FanRegistered.class, FanCountryChanged.class, FanErased.class);
    }

    /** The fan that a command changes, with all that happens to it. */
    public static Resource everything(FanId fanId) {
        return FAN.of(
                fanId.value(), FAN.all(fanId.value()), Criterion.tagged(Tag.of("fan", fanId.value()), FanErased.class));
    }

    /**
     * Lets only a fan of that brand pass.
     *
     * @throws NotFound where it is none: never registered, another brand's, or erased
     */
    public static void mustBeFanOf(BrandId brandId, FanLife fan) {
        if (!brandId.equals(fan.brandId()) || fan.erased()) {
            throw new NotFound("fan");
        }
    }
}
