package io.parvis.engagement.contest.write.moderate;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestEntry;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.log.ContestEntries;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Until the closing is recorded; it reads the contest's life and this fan's entries, however many others there are. */
@Singleton
class ModerateEntryHandler implements Decider<ModerateEntry, ModerateEntryHandler.State> {

    /**
     * @param entries the fan's, by their ids
     * @param invalid ids of those that were taken out
     * @param won id of the one that won on the spot; null where none did
     */
    record State(
            ContestLife contest,
            Map<EntryId, ContestEntered> entries,
            Set<EntryId> invalid,
            @Nullable EntryId won) {}

    @Override
    public Boundary boundary(ModerateEntry command) {
        return Boundary.of(
                ContestEntry.of(command.entryId(), command.contestId(), command.fanId()),
                ContestLife.of(command.contestId()));
    }

    @Override
    public State initial() {
        return new State(ContestLife.UNKNOWN, Map.of(), Set.of(), null);
    }

    @Override
    public State evolve(State state, Object event) {
        var entries = new HashMap<>(state.entries());
        var invalid = new HashSet<>(state.invalid());
        switch (event) {
            case ContestEntered entered -> entries.put(entered.entryId(), entered);
            case EntryInvalidated gone -> invalid.add(gone.entryId());
            case EntryReinstated back -> invalid.remove(back.entryId());
            case InstantPrizeWon won -> {
                return new State(state.contest(), entries, invalid, won.entryId());
            }
            default -> {
                return new State(state.contest().evolve(event), state.entries(), state.invalid(), state.won());
            }
        }
        return new State(state.contest(), entries, invalid, state.won());
    }

    @Override
    public List<?> decide(ModerateEntry command, State state, Instant now) {
        var contest = state.contest().ofBrand(command.brandId());
        var entry = state.entries().get(command.entryId());
        if (entry == null) {
            throw new NotFound("entry");
        }
        if (contest.state() == ContestState.CANCELLED) {
            throw new ContestIsCancelled();
        }
        if (contest.state() != ContestState.PUBLISHED) {
            throw new ContestIsClosed();
        }
        var leaf = ContestEntries.secret(entry).leaf().hex();
        var isInvalid = state.invalid().contains(command.entryId());
        if (command.valid()) {
            if (!isInvalid) {
                throw new EntryIsValid();
            }
            return List.of(new EntryReinstated(
                    command.entryId(), command.contestId(), command.brandId(), entry.fanId(), leaf, command.reason()));
        }
        if (isInvalid) {
            throw new EntryAlreadyInvalid();
        }
        if (command.entryId().equals(state.won())) {
            throw new EntryHasWon();
        }
        return List.of(new EntryInvalidated(
                command.entryId(), command.contestId(), command.brandId(), entry.fanId(), leaf, command.reason()));
    }
}
