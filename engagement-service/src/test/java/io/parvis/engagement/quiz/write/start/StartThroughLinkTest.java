package io.parvis.engagement.quiz.write.start;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class StartThroughLinkTest {

    private static final AttemptId ATTEMPT = new AttemptId("a2");
    private static final BrandId BRAND = new BrandId("b1");
    private static final CampaignId CAMPAIGN = new CampaignId("q1");
    private static final FanId FAN = new FanId("f1");
    private static final FanId ANOTHER_FAN = new FanId("f0");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final ReferralLinkMade LINK =
            new ReferralLinkMade("t0", CAMPAIGN, CampaignKind.QUIZ, BRAND, ANOTHER_FAN, 0);
    private static final ReferralLinkMade OWN = new ReferralLinkMade("t1", CAMPAIGN, CampaignKind.QUIZ, BRAND, FAN, 0);
    private static final StartAttempt THROUGH_LINK = through(new Invitation(true, LINK));
    private static final QuizPublished PUBLISHED =
            new QuizPublished(QUIZ_ID, BRAND, with(quiz(choice("q", SINGLE, "1", "a", "+b")), null, 2, null));

    @Test
    void standsOneCircleFurtherOutThanTheLink() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan())
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(
                        new CircleJoined(CAMPAIGN, BRAND, FAN, ANOTHER_FAN, 1),
                        new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN, 1, OPENS, null, "t0"));
    }

    @Test
    void staysWhereTheFirstAttemptPutIt() {
        decider(new StartAttemptHandler())
                .given(
                        PUBLISHED,
                        fan(),
                        new AttemptStarted(new AttemptId("a1"), QUIZ_ID, BRAND, FAN, 1, OPENS, null, null),
                        finished(1))
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN, 2, OPENS, null, "t0"));
    }

    @Test
    void staysWhereMakingALinkPutIt() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan(), OWN)
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN, 1, OPENS, null, "t0"));
    }

    @Test
    void keepsNothingOfATokenThatNamesNoLink() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan())
                .at(OPENS)
                .when(through(new Invitation(true, null)))
                .then(new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN, 1, OPENS, null, null));
    }

    private static StartAttempt through(Invitation invitation) {
        return new StartAttempt(ATTEMPT, QUIZ_ID, BRAND, FAN, invitation);
    }
}
