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
class ProgrammeVersionsProjection implements Projection {

    @Override
    public String name() {
        return "engagement.reward-programme-versions";
    }

    @Override
    public String sequencedBy() {
        return RewardTags.PROGRAMME;
    }

    @EventHandler
    Uni<Void> on(RewardProgrammeSet event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new ProgrammeVersionView(
                recorded.position(),
                event.brandId().value(),
                StatementJson.write(event.programme()),
                event.inForceFrom()));
    }
}
