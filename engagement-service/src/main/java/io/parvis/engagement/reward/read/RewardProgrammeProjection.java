package io.parvis.engagement.reward.read;

import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class RewardProgrammeProjection implements Projection {

    @Override
    public String name() {
        return "engagement.reward-programmes";
    }

    @Override
    public String sequencedBy() {
        return RewardTags.PROGRAMME;
    }

    @EventHandler
    Uni<Void> on(RewardProgrammeSet event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(RewardProgrammeView.class, event.brandId()).chain(known -> {
            var view = known == null ? new RewardProgrammeView(event.brandId()) : known;
            view.programme = StatementJson.write(event.programme());
            view.number = event.programmeVersion();
            view.version = recorded.position();
            return known == null ? session.persist(view) : Uni.createFrom().voidItem();
        });
    }
}
