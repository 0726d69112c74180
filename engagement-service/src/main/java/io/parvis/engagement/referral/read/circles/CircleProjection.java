package io.parvis.engagement.referral.read.circles;

import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.invitation.InvitationTags;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** What entries and attempts do not show: it has nothing to do with who merely takes part, however many they are. */
@Singleton
class CircleProjection implements Projection {

    @Override
    public String name() {
        return "engagement.circles";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<Void> on(CircleJoined event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new CircleMemberView(
                event.campaignId().value(), event.fanId().value(), event.depth(), true, recorded.position()));
    }

    @EventHandler
    Uni<Void> on(ReferralLinkMade event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(CircleMemberView.class, InvitationTags.circleValue(event.campaignId(), event.fanId()))
                .chain(known -> {
                    var member = known == null
                            ? new CircleMemberView(
                                    event.campaignId().value(),
                                    event.fanId().value(),
                                    event.depth(),
                                    false,
                                    recorded.position())
                            : known;
                    member.token = event.token();
                    return known == null
                            ? session.persist(member)
                            : Uni.createFrom().voidItem();
                });
    }

    @EventHandler
    Uni<Void> on(FanBecameCustomer event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ConvertedFanView(event.fanId().value(), recorded.position()));
    }
}
