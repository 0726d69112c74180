package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.contest.DueContest;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Where the contest was prolonged meanwhile, the decision refuses, and the later time stands in the list. */
@Singleton
class WhenClosingTimeComesThenCloseContest implements DueCommand {

    @Override
    public String kind() {
        return DueContest.CONTEST_CLOSES;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        var due = DueContest.of(subject);
        return new CloseContest(due.contestId(), due.brandId());
    }
}
