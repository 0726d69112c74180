package io.parvis.engagement.reward.read;

import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.RewardVersions;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
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

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(RewardVersions.PROGRAMMES, RewardProgrammeView.class);
    }

    @EventHandler
    Uni<Void> on(RewardProgrammeSet event, Mutiny.Session session) {
        return session.find(RewardProgrammeView.class, event.brandId().value()).chain(known -> {
            var view = known == null ? new RewardProgrammeView(event.brandId().value()) : known;
            view.programme = StatementJson.write(event.programme());
            view.number = event.programmeVersion();
            return known == null ? session.persist(view) : Uni.createFrom().voidItem();
        });
    }
}
