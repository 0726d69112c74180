package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.RulesVersion;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.Wins;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.FirstTouch;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.DeciderWithNeeds;
import io.parvis.eventing.command.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges an entry by the rules in force when it arrives; the first rule that forbids it is the one that is told. */
@Singleton
class EnterContestHandler implements DeciderWithNeeds<EnterContest, EnterContestHandler.State, Known, Need> {

    /**
     * @param own the fan's entries
     * @param taken how many the newest entry of all makes; 0 where they are not counted
     * @param inCircle whether a link settled the fan's circle before; read only for an entry that comes through one
     */
    record State(
            FanId fanId,
            ContestLife contest,
            FanLife fan,
            List<ContestEntered> own,
            long taken,
            boolean inCircle,
            Wins wins) {

        State with(ContestEntered entry) {
            var entries = own;
            if (entry.fanId().equals(fanId)) {
                entries = new ArrayList<>(own);
                entries.add(entry);
            }
            var count = entry.ordinal() == null ? taken : Math.max(taken, entry.ordinal());
            return new State(fanId, contest, fan, entries, count, inCircle, wins);
        }

        State with(InstantPrizeWon won) {
            return new State(fanId, contest, fan, own, taken, inCircle, wins.with(won, fanId));
        }

        State withOther(Object event) {
            return new State(
                    fanId,
                    contest.evolve(event),
                    fan.evolve(event),
                    own,
                    taken,
                    inCircle || FirstTouch.isBy(event),
                    wins);
        }
    }

    @Override
    public Boundary boundary(EnterContest command, Known known) {
        var read = new ArrayList<Criterion>();
        read.add(Criterion.tagged(
                ContestTags.entry(command.contestId(), command.fanId()), ContestEntered.class, InstantPrizeWon.class));
        read.add(ContestLife.of(command.contestId()));
        read.add(FanGuard.life(command.fanId()));
        if (known.counted()) {
            read.add(Criterion.latest(ContestTags.count(command.contestId()), ContestEntered.class));
        }
        if (command.invitation().leads(command.campaign(), command.fanId())) {
            read.add(FirstTouch.of(command.campaign(), command.fanId()));
        }
        if (known.isInLine()) {
            read.add(Wins.newest(command.contestId()));
        }
        return Boundary.reading(read.toArray(Criterion[]::new));
    }

    @Override
    public State initial(EnterContest command) {
        return new State(command.fanId(), ContestLife.UNKNOWN, FanLife.UNKNOWN, List.of(), 0, false, Wins.NONE);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case ContestEntered entry -> state.with(entry);
            case InstantPrizeWon won -> state.with(won);
            default -> state.withOther(event);
        };
    }

    @Override
    public Decision<Need> decide(EnterContest command, State state, Known known, Instant now) {
        var version = state.contest.rulesInForce(command.brandId());
        var rules = version.rules();
        FanGuard.mustBeFanOf(command.brandId(), state.fan);
        Admission.mustBeOpen(state.contest, rules, now);
        Admission.mustNotBeTooOften(state.own, rules, now);
        Admission.mustBeAdmitted(command.fanId(), state.fan, rules);
        if (rules.minimumAge() > 0) {
            if (known.age() == null) {
                return Decision.needs(Need.AGE);
            }
            Admission.mustBeOldEnough(known.age(), rules, now);
        }
        var need = need(state, rules, known, now);
        return need == null ? Decision.events(entered(command, state, version, known, now)) : Decision.needs(need);
    }

    private static @Nullable Need need(State state, ContestRules rules, Known known, Instant now) {
        if (state.contest.isInstantWin() && !state.wins.byFan()) {
            if (known.chance() == null) {
                return Need.MOMENTS;
            }
            if (known.chance().mustStandInLine(now)) {
                return Need.PLACE_IN_LINE;
            }
        }
        return rules.maxEntries() != null && !known.counted() ? Need.COUNT : null;
    }

    private static List<Object> entered(
            EnterContest command, State state, RulesVersion rules, Known known, Instant now) {
        // The entry comes last: its receipt names the position of what the command led to.
        var events = new ArrayList<Object>(command.invitation()
                .accepted(command.campaign(), command.fanId(), state.inCircle || !state.own.isEmpty()));
        var won = won(command, state, rules.rules(), known, now);
        if (won != null) {
            events.add(won);
        }
        events.add(new ContestEntered(
                command.entryId(),
                command.contestId(),
                command.brandId(),
                command.fanId(),
                rules.number(),
                now,
                state.own.isEmpty()
                        ? command.freshPseudonym().hex()
                        : state.own.getFirst().fanPseudonym(),
                command.freshSalt().hex(),
                ordinal(state, rules.rules())));
        return List.copyOf(events);
    }

    private static @Nullable InstantPrizeWon won(
            EnterContest command, State state, ContestRules rules, Known known, Instant now) {
        var win = state.contest.isInstantWin() && known.chance() != null ? state.wins.take(known.chance(), now) : null;
        return win == null
                ? null
                : new InstantPrizeWon(
                        command.contestId(),
                        command.brandId(),
                        win.rank(),
                        win.prize(),
                        command.fanId(),
                        command.entryId(),
                        rules.claimBy(now));
    }

    private static @Nullable Long ordinal(State state, ContestRules rules) {
        if (rules.maxEntries() == null) {
            return null;
        }
        if (state.taken >= rules.maxEntries()) {
            throw new ContestIsFull(rules.maxEntries());
        }
        return state.taken + 1;
    }
}
