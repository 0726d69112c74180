package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.DueContest;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class WhenClaimEndsThenRedrawPrize implements DueCommand {

    private static final String REASON = "Not claimed in time";

    @Override
    public String kind() {
        return DueContest.CLAIM_ENDS;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        var due = DueContest.of(subject);
        return new RedrawPrize(due.contestId(), due.brandId(), due.rank(), REASON, dueAt);
    }
}
