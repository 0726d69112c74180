package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.BOB;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CAROL;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.InvitationTags;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.command.DeciderFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnterThroughLinkTest {

    private static final EntryId ENTRY = new EntryId("e1");

    private static final EnterContest ENTER = new EnterContest(ENTRY, CONTEST, BRAND, ALICE);
    private static final CampaignId CAMPAIGN = new CampaignId(CONTEST.value());
    private static final EnterContest ENTER_THROUGH_BOB = ENTER.through(linkOf(BOB, CAMPAIGN, 2));
    private static final ContestEntered ENTERED = new ContestEntered(
            ENTRY,
            CONTEST,
            BRAND,
            ALICE,
            1,
            OPENS,
            ENTER.freshPseudonym().hex(),
            ENTER.freshSalt().hex(),
            null);

    private static final DeciderFixture<EnterContest, EnterContestHandler.State, Known, Need> OF_A_FAN = decider(
                    new EnterContestHandler(), Known.NOTHING)
            .given(published())
            .and(fan(ALICE, null, null))
            .at(OPENS);

    @Test
    void standsOneCircleFurtherOutThanTheLink() {
        OF_A_FAN.when(ENTER_THROUGH_BOB).then(new CircleJoined(CAMPAIGN, BRAND, ALICE, BOB, 3), ENTERED);
    }

    @Test
    void keepsTheCircleThatALinkOfItsOwnSettled() {
        OF_A_FAN.and(new ReferralLinkMade("t1", CAMPAIGN, CampaignKind.CONTEST, BRAND, ALICE, 0))
                .when(ENTER_THROUGH_BOB)
                .then(ENTERED);
    }

    @Test
    void keepsTheCircleThatItJoinedBefore() {
        OF_A_FAN.and(new CircleJoined(CAMPAIGN, BRAND, ALICE, new FanId(CAROL), 1))
                .when(ENTER_THROUGH_BOB)
                .then(ENTERED);
    }

    @ParameterizedTest
    @MethodSource("leadNowhere")
    void comesNeitherThroughItselfNorThroughALinkToSomethingElse(Invitation invitation) {
        OF_A_FAN.when(ENTER.through(invitation)).then(ENTERED);
    }

    static List<Invitation> leadNowhere() {
        return List.of(linkOf(ALICE, CAMPAIGN, 2), linkOf(BOB, new CampaignId("c2"), 2), new Invitation(true, null));
    }

    @ParameterizedTest
    @MethodSource("leadNowhere")
    void readsNoCirclesForAnEntryThroughALinkThatLeadsNowhere(Invitation invitation) {
        assertThat(keysReadFor(ENTER.through(invitation))).doesNotContain(InvitationTags.CIRCLE);
    }

    @Test
    void readsNoCirclesForAnEntryThroughNoLink() {
        assertThat(keysReadFor(ENTER)).doesNotContain(InvitationTags.CIRCLE);
    }

    @Test
    void readsCirclesForAnEntryThatComesThroughALink() {
        assertThat(keysReadFor(ENTER_THROUGH_BOB)).contains(InvitationTags.CIRCLE);
    }

    private static List<String> keysReadFor(EnterContest command) {
        return new EnterContestHandler()
                .boundary(command, Known.NOTHING).criteria().flatten().stream()
                        .flatMap(criterion -> criterion.tags().stream())
                        .map(tag -> tag.key())
                        .toList();
    }

    private static Invitation linkOf(FanId fanId, CampaignId campaignId, int depth) {
        return new Invitation(true, new ReferralLinkMade("t0", campaignId, CampaignKind.CONTEST, BRAND, fanId, depth));
    }
}
