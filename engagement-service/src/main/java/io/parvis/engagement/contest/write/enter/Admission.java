package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.EntryFrequency;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.write.enter.EnterContest.Age;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** What the rules say of who may enter, and when. */
final class Admission {

    private Admission() {}

    static void mustBeOpen(ContestLife contest, ContestRules rules, Instant now) {
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

    /** @param own the fan's entries up to now */
    static void mustNotBeTooOften(List<ContestEntered> own, ContestRules rules, Instant now) {
        var earlier = own.stream().map(ContestEntered::enteredAt).toList();
        var next = EntryFrequency.nextEntry(rules.frequency(), ZoneId.of(rules.timeZone()), earlier, now);
        if (Instant.MAX.equals(next)) {
            throw new FanAlreadyEntered();
        }
        if (next != null) {
            throw new EntryFrequencyReached(next);
        }
    }

    static void mustBeAdmitted(FanId fanId, FanLife fan, ContestRules rules) {
        if (!rules.admitsCountry(fan.country())) {
            throw new CountryNotAdmitted(fan.country());
        }
        if (rules.excludes(fanId)) {
            throw new FanIsExcluded();
        }
    }

    static void mustBeOldEnough(Age age, ContestRules rules, Instant now) {
        if (age.birthDate() == null) {
            throw new FanAgeUnknown();
        }
        var today = LocalDate.ofInstant(now, ZoneId.of(rules.timeZone()));
        if (Period.between(age.birthDate(), today).getYears() < rules.minimumAge()) {
            throw new FanTooYoung(rules.minimumAge());
        }
    }
}
