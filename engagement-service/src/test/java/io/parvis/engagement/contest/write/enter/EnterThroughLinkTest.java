package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.Decisions.events;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.InvitationTags;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnterThroughLinkTest {

    private static final EnterContest ENTER = new EnterContest("e1", "c1", "b1", "f1");

    private final EnterContestHandler handler = new EnterContestHandler();

    @Test
    void standsOneCircleFurtherOutThanTheLink() {
        var events = decide(linkOf("f0", "c1", 2));

        assertThat(events.getFirst()).isEqualTo(new CircleJoined("c1", "b1", "f1", "f0", 3));
        assertThat(events.getLast()).isInstanceOf(ContestEntered.class);
    }

    @Test
    void keepsTheCircleThatALinkOfItsOwnSettled() {
        var own = new ReferralLinkMade("t1", "c1", CampaignKind.CONTEST, "b1", "f1", 0);

        assertThat(decide(linkOf("f0", "c1", 2), own)).hasSize(1);
    }

    @Test
    void keepsTheCircleThatItJoinedBefore() {
        assertThat(decide(linkOf("f0", "c1", 2), new CircleJoined("c1", "b1", "f1", "f9", 1)))
                .hasSize(1);
    }

    @Test
    void comesNeitherThroughItselfNorThroughALinkToSomethingElse() {
        assertThat(decide(linkOf("f1", "c1", 2))).hasSize(1);
        assertThat(decide(linkOf("f0", "c2", 2))).hasSize(1);
        assertThat(decide(new Invitation(true, null))).hasSize(1);
    }

    @Test
    void readsOfCirclesOnlyForAnEntryThatComesThroughALink() {
        assertThat(readsCircles(ENTER)).isFalse();
        assertThat(readsCircles(ENTER.through(linkOf("f1", "c1", 0)))).isFalse();
        assertThat(readsCircles(ENTER.through(linkOf("f0", "c1", 0)))).isTrue();
    }

    private boolean readsCircles(EnterContest command) {
        return handler.boundary(command, Known.NOTHING).criteria().flatten().stream()
                .flatMap(criterion -> criterion.tags().stream())
                .anyMatch(tag -> tag.key().equals(InvitationTags.CIRCLE));
    }

    private List<?> decide(Invitation invitation, Object... more) {
        var state = handler.initial(ENTER);
        for (var event : and(and(published(null), fan()), more)) {
            state = handler.evolve(state, event);
        }
        return events(handler.decide(ENTER.through(invitation), state, Known.NOTHING, OPENS));
    }

    private static Invitation linkOf(String fanId, String campaignId, int depth) {
        return new Invitation(true, new ReferralLinkMade("t0", campaignId, CampaignKind.CONTEST, "b1", fanId, depth));
    }
}
