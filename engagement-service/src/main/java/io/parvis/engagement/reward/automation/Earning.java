package io.parvis.engagement.reward.automation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.engagement.reward.write.rule.EarnByRule;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.projection.Reaction;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Sends the command to earn only where the programme gives something. Most of what a crowd does earns nothing, and a
 * command that finds so costs half of what an entry does.
 */
@ApplicationScoped
class Earning {

    private static final int REMEMBERED = 10_000;

    /** @param upTo the position up to which no version of the programme is missing */
    private record Known(List<RewardProgrammeSet> versions, long last, long upTo) {

        static final Known NOTHING = new Known(List.of(), 0, 0);
    }

    /** @param life of the store: in another one, the programme may have other versions at those positions */
    private record ProgrammeOf(UUID life, BrandId brandId) {}

    private final Cache<ProgrammeOf, Known> programmes =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final EventLog log;
    private final EventReader reader;
    private final StoreLife life;

    Earning(EventLog log, EventReader reader, StoreLife life) {
        this.log = log;
        this.reader = reader;
        this.life = life;
    }

    /** @param cause what the fan did */
    Uni<Void> earn(EarnByRule command, Reaction reaction, RecordedEvent cause) {
        return knownAt(command.brandId(), cause.position())
                .chain(known -> gives(known, command)
                        ? reaction.send(command).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static boolean gives(Known known, EarnByRule command) {
        return RewardProgrammeSet.inForce(known.versions(), command.at())
                        .pointsFor(command.kind(), command.campaignId())
                > 0;
    }

    private Uni<Known> knownAt(BrandId brandId, long position) {
        var programme = new ProgrammeOf(life.id(), brandId);
        var known = programmes.get(programme, first -> Known.NOTHING);
        return known.upTo() >= position
                ? Uni.createFrom().item(known)
                : Uni.createFrom()
                        .completionStage(reader::head)
                        .chain(head -> read(brandId, known, head))
                        .invoke(now -> programmes.put(programme, now));
    }

    /** Everything up to the head can be read once the head is known. Mostly there is no newer version. */
    private Uni<Known> read(BrandId brandId, Known known, long head) {
        var programme = RewardTags.programme(brandId);
        return log.foldFacts(
                        Boundary.reading(Criterion.latest(programme, RewardProgrammeSet.class)),
                        0L,
                        (none, newest) -> newest.position())
                .chain(last -> last == known.last()
                        ? Uni.createFrom().item(new Known(known.versions(), last, head))
                        : versions(programme).map(all -> new Known(all, last, head)));
    }

    private Uni<List<RewardProgrammeSet>> versions(Tag programme) {
        return log.fold(
                        Boundary.reading(Criterion.tagged(programme, RewardProgrammeSet.class)),
                        new ArrayList<RewardProgrammeSet>(),
                        (versions, event) -> {
                            versions.add((RewardProgrammeSet) event);
                            return versions;
                        })
                .map(List::copyOf);
    }
}
