package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.DueContest;
import io.parvis.eventing.todo.Due;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Prizes of one contest mostly fall due together: where another redraw took the alternate, it is sent with the next. */
@Singleton
class WhenClaimEndsThenRedrawPrize implements Due {

    private static final String REASON = "Not claimed in time";

    private final Alternates alternates;

    WhenClaimEndsThenRedrawPrize(Alternates alternates) {
        this.alternates = alternates;
    }

    @Override
    public String kind() {
        return DueContest.CLAIM_ENDS;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        var due = DueContest.of(subject);
        return new RedrawPrize(due.contestId(), due.brandId(), due.rank(), REASON, dueAt, null);
    }

    @Override
    public Uni<?> prepared(String subject, Instant dueAt) {
        var command = (RedrawPrize) command(subject, dueAt);
        return alternates.next(command.contestId()).map(command::with);
    }

    @Override
    public Uni<?> instead(Object command, Throwable failure) {
        return command instanceof RedrawPrize redraw && failure instanceof AlternateToFind missing
                ? alternates.next(redraw.contestId(), missing.number()).map(redraw::with)
                : Uni.createFrom().failure(failure);
    }
}
