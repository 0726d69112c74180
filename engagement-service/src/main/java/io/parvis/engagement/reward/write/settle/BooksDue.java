package io.parvis.engagement.reward.write.settle;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class BooksDue implements DueCommand {

    @Override
    public String kind() {
        return RewardTags.DUE;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        int slash = subject.indexOf('/');
        return new SettleBooks(
                new BrandId(subject.substring(0, slash)), new FanId(subject.substring(slash + 1)), dueAt);
    }
}
