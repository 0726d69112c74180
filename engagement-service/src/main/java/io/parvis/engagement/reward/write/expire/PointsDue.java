package io.parvis.engagement.reward.write.expire;

import io.parvis.engagement.reward.RewardTags;
import io.parvis.eventing.todo.Due;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class PointsDue implements Due {

    @Override
    public String kind() {
        return RewardTags.EXPIRY;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        int slash = subject.indexOf('/');
        return new ExpirePoints(subject.substring(0, slash), subject.substring(slash + 1), dueAt);
    }
}
