package io.parvis.engagement.referral.write.share;

import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.NothingChanged;
import org.junit.jupiter.api.Test;

class ShareCampaignTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CampaignId CAMPAIGN = new CampaignId("c1");
    private static final FanId FAN = new FanId("f1");
    private static final QuizId QUIZ_ID = new QuizId("c1");

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizDrafted QUIZ_DRAFTED = new QuizDrafted(QUIZ_ID, BRAND, QUIZ);
    private static final QuizPublished QUIZ_PUBLISHED = new QuizPublished(QUIZ_ID, BRAND, QUIZ);
    private static final ShareCampaign SHARE = new ShareCampaign(CAMPAIGN, BRAND, FAN, "t1");

    @Test
    void putsWhoeverSharesBeforeComingThroughAnybodyInCircleNought() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .then(link("t1", CampaignKind.CONTEST, 0));
    }

    @Test
    void keepsTheCircleOfWhoeverCameThroughSomebody() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan(), new CircleJoined(CAMPAIGN, BRAND, FAN, new FanId("f0"), 3))
                .at(OPENS)
                .when(SHARE)
                .then(link("t1", CampaignKind.CONTEST, 3));
    }

    @Test
    void sharesAQuiz() {
        decider(new ShareCampaignHandler())
                .given(QUIZ_DRAFTED, QUIZ_PUBLISHED, brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .then(link("t1", CampaignKind.QUIZ, 0));
    }

    @Test
    void hasOneLinkPerFanAndCampaignEvenOnceItIsOver() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan(), link("t0", CampaignKind.CONTEST, 0))
                .at(CLOSES)
                .when(SHARE)
                .then(new NothingChanged("t0"));
    }

    @Test
    void sharesNoDraftOfAContest() {
        decider(new ShareCampaignHandler())
                .given(published().getFirst(), brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(CampaignNotPublished.class);
    }

    @Test
    void sharesNoDraftOfAQuiz() {
        decider(new ShareCampaignHandler())
                .given(QUIZ_DRAFTED, brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(CampaignNotPublished.class);
    }

    @Test
    void sharesUntilTheLastInstant() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan())
                .at(CLOSES.minusNanos(1))
                .when(SHARE)
                .then(link("t1", CampaignKind.CONTEST, 0));
    }

    @Test
    void sharesNothingFromTheClosingTimeOn() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan())
                .at(CLOSES)
                .when(SHARE)
                .thenRefused(CampaignIsOver.class);
    }

    @Test
    void sharesNoContestThatWasCancelled() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan(), new ContestCancelled(new ContestId("c1"), BRAND, "No prize"))
                .at(OPENS)
                .when(SHARE)
                .thenRefused(CampaignIsOver.class);
    }

    @Test
    void sharesNoQuizThatWasClosed() {
        decider(new ShareCampaignHandler())
                .given(QUIZ_DRAFTED, QUIZ_PUBLISHED, new QuizClosed(QUIZ_ID, BRAND), brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(CampaignIsOver.class);
    }

    @Test
    void knowsNoCampaignThatWasNeverDrafted() {
        decider(new ShareCampaignHandler())
                .given(brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanThatWasNeverRegistered() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoErasedFan() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan(), ERASED)
                .at(OPENS)
                .when(SHARE)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoCampaignOfAnotherBrand() {
        decider(new ShareCampaignHandler())
                .given(new QuizPublished(QUIZ_ID, new BrandId("b2"), QUIZ), brand(), fan())
                .at(OPENS)
                .when(SHARE)
                .thenRefused(NotFound.class);
    }

    @Test
    void makesNothingNewInTheNameOfAnArchivedBrand() {
        decider(new ShareCampaignHandler())
                .given(published())
                .and(brand(), fan(), new BrandArchived(BRAND))
                .at(OPENS)
                .when(SHARE)
                .thenRefused(BrandIsArchived.class);
    }

    private static ReferralLinkMade link(String token, CampaignKind kind, int depth) {
        return new ReferralLinkMade(token, CAMPAIGN, kind, BRAND, FAN, depth);
    }
}
