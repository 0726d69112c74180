package io.parvis.engagement.referral.write.share;

import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.NothingChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareCampaignTest {

    private static final ShareCampaign SHARE = new ShareCampaign("c1", "b1", "f1", "t1");

    private final ShareCampaignHandler handler = new ShareCampaignHandler();

    @Test
    void putsWhoeverSharesBeforeComingThroughAnybodyInCircleNought() {
        assertThat(decide(OPENS, and(published(null), brand(), fan())))
                .containsExactly(new ReferralLinkMade("t1", "c1", CampaignKind.CONTEST, "b1", "f1", 0));
    }

    @Test
    void keepsTheCircleOfWhoeverCameThroughSomebody() {
        assertThat(decide(OPENS, and(published(null), brand(), fan(), new CircleJoined("c1", "b1", "f1", "f0", 3))))
                .extracting(event -> ((ReferralLinkMade) event).depth())
                .containsExactly(3);
    }

    @Test
    void sharesAQuiz() {
        assertThat(decide(OPENS, List.of(quizDrafted(), quizPublished(), brand(), fan())))
                .extracting(event -> ((ReferralLinkMade) event).kind())
                .containsExactly(CampaignKind.QUIZ);
    }

    @Test
    void hasOneLinkPerFanAndCampaignEvenOnceItIsOver() {
        var made = new ReferralLinkMade("t0", "c1", CampaignKind.CONTEST, "b1", "f1", 0);

        assertThat(decide(CLOSES, and(published(null), brand(), fan(), made)))
                .isEqualTo(List.of(new NothingChanged("t0")));
    }

    @Test
    void sharesNoDraft() {
        var drafted = (ContestDrafted) published(null).getFirst();
        assertThatThrownBy(() -> decide(OPENS, List.of(drafted, brand(), fan())))
                .isInstanceOf(CampaignNotPublished.class);
        assertThatThrownBy(() -> decide(OPENS, List.of(quizDrafted(), brand(), fan())))
                .isInstanceOf(CampaignNotPublished.class);
    }

    @Test
    void sharesNothingThatIsOver() {
        assertThat(decide(CLOSES.minusNanos(1), and(published(null), brand(), fan())))
                .hasSize(1);
        assertThatThrownBy(() -> decide(CLOSES, and(published(null), brand(), fan())))
                .isInstanceOf(CampaignIsOver.class);
        var cancelled = new ContestCancelled("c1", "b1", "No prize");
        assertThatThrownBy(() -> decide(OPENS, and(published(null), brand(), fan(), cancelled)))
                .isInstanceOf(CampaignIsOver.class);
        var closed = new QuizClosed("c1", "b1");
        assertThatThrownBy(() -> decide(OPENS, List.of(quizDrafted(), quizPublished(), closed, brand(), fan())))
                .isInstanceOf(CampaignIsOver.class);
    }

    @Test
    void knowsNeitherCampaignsNorFansOfOtherBrands() {
        assertThatThrownBy(() -> decide(OPENS, List.of(brand(), fan()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(OPENS, and(published(null), brand()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        decide(OPENS, and(published(null), brand(), fan(), new FanErased("f1", "b1", List.of()))))
                .isInstanceOf(NotFound.class);
        var others = new QuizPublished("c1", "b2", quiz(choice("q", SINGLE, "1", "a", "+b")));
        assertThatThrownBy(() -> decide(OPENS, List.of(others, brand(), fan()))).isInstanceOf(NotFound.class);
    }

    @Test
    void makesNothingNewInTheNameOfAnArchivedBrand() {
        assertThatThrownBy(
                        () -> decide(OPENS, and(published(null), brand(), fan(), new BrandArchived(new BrandId("b1")))))
                .isInstanceOf(BrandIsArchived.class);
    }

    private List<Object> decide(Instant now, List<Object> given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(SHARE, state, now);
    }

    private static QuizDrafted quizDrafted() {
        return new QuizDrafted("c1", "b1", quiz(choice("q", SINGLE, "1", "a", "+b")));
    }

    private static QuizPublished quizPublished() {
        return new QuizPublished("c1", "b1", quiz(choice("q", SINGLE, "1", "a", "+b")));
    }
}
