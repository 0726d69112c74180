package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.instant.InstantWins;
import io.parvis.engagement.contest.write.enter.EnterContest.Age;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.fan.FanDates;
import io.parvis.eventing.command.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What only some rules ask for is read only where they do. */
@Singleton
class EnterContestFetcher implements Fetcher<EnterContest, Known, Need> {

    private final ContestsWithEntryLimit counted;
    private final FanDates dates;
    private final InstantWins instant;

    EnterContestFetcher(ContestsWithEntryLimit counted, FanDates dates, InstantWins instant) {
        this.counted = counted;
        this.dates = dates;
        this.instant = instant;
    }

    @Override
    public Known known(EnterContest command) {
        return new Known(counted.has(command.contestId()), null, instant.known(command.contestId()));
    }

    @Override
    public Uni<Known> fetch(EnterContest command, Known known, Need need) {
        return switch (need) {
            case COUNT -> {
                counted.remember(command.contestId());
                yield Uni.createFrom().item(known.withCount());
            }
            case AGE ->
                dates.birthDate(command.brandId(), command.fanId()).map(birthDate -> known.with(new Age(birthDate)));
            case MOMENTS -> instant.chance(command.contestId()).map(known::with);
            case PLACE_IN_LINE ->
                Uni.createFrom()
                        .item(known.with(Objects.requireNonNull(known.chance()).standingInLine()));
        };
    }
}
