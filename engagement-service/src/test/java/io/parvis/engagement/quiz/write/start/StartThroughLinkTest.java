package io.parvis.engagement.quiz.write.start;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartThroughLinkTest {

    private static final ReferralLinkMade LINK = new ReferralLinkMade("t0", "q1", CampaignKind.QUIZ, "b1", "f0", 0);
    private static final Invitation INVITATION = new Invitation(true, LINK);

    private final StartAttemptHandler handler = new StartAttemptHandler();

    @Test
    void standsOneCircleFurtherOutThanTheLink() {
        assertThat(decide(INVITATION))
                .containsExactly(
                        new CircleJoined("q1", "b1", "f1", "f0", 1),
                        new AttemptStarted("a2", "q1", "b1", "f1", 1, OPENS, null, "t0"));
    }

    @Test
    void staysWhereTheFirstAttemptPutIt() {
        var started = new AttemptStarted("a1", "q1", "b1", "f1", 1, OPENS, null, null);

        assertThat(decide(INVITATION, started, finished(1))).hasSize(1);
    }

    @Test
    void keepsNothingOfATokenThatNamesNoLink() {
        assertThat(decide(new Invitation(true, null)))
                .containsExactly(new AttemptStarted("a2", "q1", "b1", "f1", 1, OPENS, null, null));
    }

    private List<Object> decide(Invitation invitation, Object... more) {
        var twice = with(quiz(choice("q", SINGLE, "1", "a", "+b")), null, 2, null);
        var state = handler.evolve(handler.initial(), new QuizPublished("q1", "b1", twice));
        state = handler.evolve(state, fan());
        for (var event : more) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new StartAttempt("a2", "q1", "b1", "f1", invitation), state, OPENS);
    }
}
