package io.parvis.engagement.contest.write.draw;

import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.contest.write.draw.DrawContest.Found;
import io.parvis.engagement.contest.write.draw.DrawContest.Need;
import io.parvis.engagement.drawing.BeaconValue;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.DeciderWithNeeds;
import io.parvis.eventing.command.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Once, of sealed entries, with the beacon that the rules name and the round that decides. */
@Singleton
class DrawContestHandler implements DeciderWithNeeds<DrawContest, ContestLife, @Nullable Found, Need> {

    @Override
    public Boundary boundary(DrawContest command, @Nullable Found known) {
        return Boundary.of(ContestLife.CONTEST.of(command.contestId().value()));
    }

    @Override
    public ContestLife initial(DrawContest command) {
        return ContestLife.UNKNOWN;
    }

    @Override
    public ContestLife evolve(ContestLife contest, Object event) {
        return contest.evolve(event);
    }

    @Override
    public Decision<Need> decide(DrawContest command, ContestLife contest, @Nullable Found found, Instant now) {
        if (contest.ofBrand(command.brandId()).isInstantWin()) {
            throw new WinnersAreNotDrawn();
        }
        return switch (contest.state()) {
            case DRAFT, PUBLISHED -> throw new ContestNotClosed();
            case CANCELLED -> throw new ContestIsCancelled();
            case DRAWN, SETTLED -> Decision.events(again(command, contest));
            case CLOSED -> {
                var sealed = contest.sealed();
                if (sealed == null) {
                    throw new EntriesNotSealedYet();
                }
                mustBeTheRound(command.beacon(), contest, sealed.closedAt(), now);
                yield found == null
                        ? Decision.needs(Need.OUTCOME)
                        : Decision.events(drawn(command, found, contest, now));
            }
        };
    }

    private static List<?> again(DrawContest command, ContestLife contest) {
        if (!Objects.equals(
                beacon(command), Objects.requireNonNull(contest.drawn()).beacon())) {
            throw new ContestAlreadyDrawn();
        }
        return List.of();
    }

    private static void mustBeTheRound(@Nullable BeaconValue said, ContestLife contest, Instant closedAt, Instant now) {
        var beacon = ContestDossier.beaconOf(contest);
        if (beacon == null) {
            if (said != null) {
                throw new BeaconNotAskedFor();
            }
            return;
        }
        if (said == null) {
            throw new BeaconNeeded();
        }
        var published = beacon.timeOf(said.round());
        if (!beacon.admits(said.round(), closedAt) || published.isPresent() && now.isBefore(published.get())) {
            throw new BeaconRoundNotAdmissible(beacon.dueRound(closedAt).orElse(beacon.firstRound()));
        }
    }

    private static List<?> drawn(DrawContest command, Found found, ContestLife contest, Instant now) {
        var rules = Objects.requireNonNull(contest.inForce()).rules();
        var drawn = new ContestDrawn(
                command.contestId(),
                command.brandId(),
                found.seed(),
                beacon(command),
                found.winners(),
                found.alternates(),
                rules.claimBy(now));
        return found.winners().isEmpty()
                ? List.of(drawn, new ContestSettled(command.contestId(), command.brandId()))
                : List.of(drawn);
    }

    private static ContestDrawn.@Nullable Beacon beacon(DrawContest command) {
        var said = command.beacon();
        return said == null ? null : new ContestDrawn.Beacon(said.round(), said.value());
    }
}
