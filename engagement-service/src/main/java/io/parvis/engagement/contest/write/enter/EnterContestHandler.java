package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.EntryFrequency;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.Wins;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.invitation.FirstTouch;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges an entry by the rules in force when it arrives; the first rule that forbids it is the one that is told. */
@Singleton
class EnterContestHandler implements Decider<EnterContest, EnterContestHandler.State> {

    /**
     * @param entries the fan's own; and the newest of all, where they are counted
     * @param inCircle whether a link settled the fan's circle before; read only for an entry that comes through one
     * @param wins the fan's own; and the newest of all, where it stands in line
     */
    record State(
            ContestLife contest,
            FanLife fan,
            List<ContestEntered> entries,
            boolean inCircle,
            List<InstantPrizeWon> wins) {}

    @Override
    public Boundary boundary(EnterContest command) {
        var read = new ArrayList<Criterion>();
        read.add(Criterion.tagged(
                ContestTags.entry(command.contestId(), command.fanId()), ContestEntered.class, InstantPrizeWon.class));
        read.add(ContestLife.of(command.contestId()));
        read.add(FanGuard.life(command.fanId()));
        if (command.known().counted()) {
            read.add(Criterion.latest(ContestTags.count(command.contestId()), ContestEntered.class));
        }
        if (command.known().invitation().leads(command.contestId(), command.fanId())) {
            read.add(FirstTouch.of(command.contestId(), command.fanId()));
        }
        if (command.isInLine()) {
            read.add(Wins.newest(command.contestId()));
        }
        return Boundary.reading(read.toArray(Criterion[]::new));
    }

    @Override
    public State initial() {
        return new State(ContestLife.UNKNOWN, FanLife.UNKNOWN, List.of(), false, List.of());
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case ContestEntered entered ->
                new State(state.contest, state.fan, with(state.entries, entered), state.inCircle, state.wins);
            case InstantPrizeWon won ->
                new State(state.contest, state.fan, state.entries, state.inCircle, with(state.wins, won));
            default ->
                new State(
                        state.contest.evolve(event),
                        state.fan.evolve(event),
                        state.entries,
                        state.inCircle || FirstTouch.isBy(event),
                        state.wins);
        };
    }

    private static <T> List<T> with(List<T> events, T one) {
        var all = new ArrayList<>(events);
        all.add(one);
        return all;
    }

    @Override
    public List<Object> decide(EnterContest command, State state, Instant now) {
        var rules = state.contest.rulesInForce(command.brandId());
        FanGuard.mustBeFanOf(command.brandId(), state.fan);
        mustBeOpen(state.contest, rules.rules(), now);
        mustNotEnterTooOften(command, state, rules.rules(), now);
        mustBeEligible(command, state.fan, rules.rules(), now);
        // The entry comes last: its receipt names the position of what the command led to.
        var events = new ArrayList<Object>(command.known()
                .invitation()
                .accepted(command.contestId(), command.fanId(), state.inCircle || hasEntered(command, state)));
        var won = won(command, state, rules.rules(), now);
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
                pseudonym(command, state),
                command.freshSalt().hex(),
                ordinal(command, state, rules.rules())));
        return List.copyOf(events);
    }

    private static @Nullable InstantPrizeWon won(EnterContest command, State state, ContestRules rules, Instant now) {
        if (!state.contest.isInstantWin()) {
            return null;
        }
        var win = Wins.of(state.wins, command.fanId()).take(command.known().chance(), now);
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

    private static boolean hasEntered(EnterContest command, State state) {
        return state.entries.stream().anyMatch(entry -> entry.fanId().equals(command.fanId()));
    }

    private static String pseudonym(EnterContest command, State state) {
        return state.entries.stream()
                .filter(entry -> entry.fanId().equals(command.fanId()))
                .findFirst()
                .map(ContestEntered::fanPseudonym)
                .orElseGet(() -> command.freshPseudonym().hex());
    }

    private static void mustBeOpen(ContestLife contest, ContestRules rules, Instant now) {
        if (contest.state() == ContestState.CANCELLED) {
            throw new ContestIsCancelled();
        }
        if (now.isBefore(rules.opensAt())) {
            throw new ContestNotYetOpen(rules.opensAt());
        }
        if (contest.state() != ContestState.PUBLISHED || !now.isBefore(rules.closesAt())) {
            throw new ContestIsOver(rules.closesAt());
        }
        if (contest.committed() == null) {
            throw new DrawNotCommitted();
        }
    }

    private static void mustNotEnterTooOften(EnterContest command, State state, ContestRules rules, Instant now) {
        var earlier = state.entries.stream()
                .filter(entry -> entry.fanId().equals(command.fanId()))
                .map(ContestEntered::enteredAt)
                .toList();
        var next = EntryFrequency.nextEntry(rules.frequency(), ZoneId.of(rules.timeZone()), earlier, now);
        if (Instant.MAX.equals(next)) {
            throw new FanAlreadyEntered();
        }
        if (next != null) {
            throw new EntryFrequencyReached(next);
        }
    }

    private static void mustBeEligible(EnterContest command, FanLife fan, ContestRules rules, Instant now) {
        if (!rules.admitsCountry(fan.country())) {
            throw new CountryNotAdmitted(fan.country());
        }
        if (rules.excludes(command.fanId())) {
            throw new FanIsExcluded();
        }
        if (rules.minimumAge() == 0) {
            return;
        }
        if (!command.known().age()) {
            throw new MoreToKnow(MoreToKnow.What.AGE);
        }
        if (command.known().birthDate() == null) {
            throw new FanAgeUnknown();
        }
        var today = LocalDate.ofInstant(now, ZoneId.of(rules.timeZone()));
        if (Period.between(command.known().birthDate(), today).getYears() < rules.minimumAge()) {
            throw new FanTooYoung(rules.minimumAge());
        }
    }

    private static @Nullable Long ordinal(EnterContest command, State state, ContestRules rules) {
        if (rules.maxEntries() == null) {
            return null;
        }
        if (!command.known().counted()) {
            throw new MoreToKnow(MoreToKnow.What.COUNT);
        }
        long taken = state.entries.stream()
                .filter(entry -> entry.ordinal() != null)
                .mapToLong(ContestEntered::ordinal)
                .max()
                .orElse(0);
        if (taken >= rules.maxEntries()) {
            throw new ContestIsFull(rules.maxEntries());
        }
        return taken + 1;
    }
}
