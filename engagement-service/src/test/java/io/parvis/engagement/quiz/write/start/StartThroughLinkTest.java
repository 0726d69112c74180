package io.parvis.engagement.quiz.write.start;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class StartThroughLinkTest {

    private static final ReferralLinkMade LINK = new ReferralLinkMade("t0", "q1", CampaignKind.QUIZ, "b1", "f0", 0);
    private static final ReferralLinkMade OWN = new ReferralLinkMade("t1", "q1", CampaignKind.QUIZ, "b1", "f1", 0);
    private static final StartAttempt THROUGH_LINK = through(new Invitation(true, LINK));
    private static final QuizPublished PUBLISHED =
            new QuizPublished("q1", "b1", with(quiz(choice("q", SINGLE, "1", "a", "+b")), null, 2, null));

    @Test
    void standsOneCircleFurtherOutThanTheLink() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan())
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(
                        new CircleJoined("q1", "b1", "f1", "f0", 1),
                        new AttemptStarted("a2", "q1", "b1", "f1", 1, OPENS, null, "t0"));
    }

    @Test
    void staysWhereTheFirstAttemptPutIt() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan(), new AttemptStarted("a1", "q1", "b1", "f1", 1, OPENS, null, null), finished(1))
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(new AttemptStarted("a2", "q1", "b1", "f1", 2, OPENS, null, "t0"));
    }

    @Test
    void staysWhereMakingALinkPutIt() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan(), OWN)
                .at(OPENS)
                .when(THROUGH_LINK)
                .then(new AttemptStarted("a2", "q1", "b1", "f1", 1, OPENS, null, "t0"));
    }

    @Test
    void keepsNothingOfATokenThatNamesNoLink() {
        decider(new StartAttemptHandler())
                .given(PUBLISHED, fan())
                .at(OPENS)
                .when(through(new Invitation(true, null)))
                .then(new AttemptStarted("a2", "q1", "b1", "f1", 1, OPENS, null, null));
    }

    private static StartAttempt through(Invitation invitation) {
        return new StartAttempt("a2", "q1", "b1", "f1", invitation);
    }
}
