package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.ContestRules.Money;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.InstantWins;
import io.parvis.eventing.command.CommandOutcome;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an entry won on the spot.
 *
 * @param rank by which it is claimed
 * @param prize index into the prizes of the rules, from 0
 * @param claimUntil the first instant at which it has lapsed; absent where it never does
 */
@Schema(name = "ContestEntryWon")
record WonPrize(
        int rank,
        int prize,
        String name,
        @Nullable Money unitValue,
        @Nullable Instant claimUntil) {

    static Uni<WonPrize> of(CommandOutcome outcome, InstantWins instant) {
        var won = outcome.event(InstantPrizeWon.class);
        return instant.prize(won)
                .map(prize -> new WonPrize(won.rank(), won.prize(), prize.name(), prize.unitValue(), won.claimBy()));
    }
}
