package io.parvis.engagement.referral;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Criterion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As much of a contest or quiz as its referrals ask for.
 *
 * @param quizOf whose quiz it is; null where it is none
 * @param quiz what is offered; null where the quiz is a draft
 */
public record Campaign(
        ContestLife contest,
        @Nullable BrandId quizOf,
        @Nullable QuizPublished quiz,
        boolean quizClosed) {

    public static final Campaign UNKNOWN = new Campaign(ContestLife.UNKNOWN, null, null, false);

    /** The contest of that id, if it is one. */
    public static Criterion asContest(CampaignId campaignId) {
        return ContestLife.of(new ContestId(campaignId.value()));
    }

    /** The quiz of that id, if it is one. */
    public static Criterion asQuiz(CampaignId campaignId) {
        return Criterion.tagged(
                QuizTags.life(new QuizId(campaignId.value())),
                QuizDrafted.class,
                QuizPublished.class,
                QuizClosed.class);
    }

    /** Passes over what does not concern it. */
    public Campaign evolve(Object event) {
        return switch (event) {
            case QuizDrafted drafted -> new Campaign(contest, drafted.brandId(), null, false);
            case QuizPublished published -> new Campaign(contest, published.brandId(), published, false);
            case QuizClosed closed -> new Campaign(contest, quizOf, quiz, true);
            default -> new Campaign(contest.evolve(event), quizOf, quiz, quizClosed);
        };
    }

    /** @throws NotFound where the brand has no such campaign */
    public void mustBeOf(BrandId brandId) {
        if (!brandId.equals(contest.brandId()) && !brandId.equals(quizOf)) {
            throw new NotFound("campaign");
        }
    }

    public CampaignKind kind() {
        return quizOf == null ? CampaignKind.CONTEST : CampaignKind.QUIZ;
    }

    public boolean isPublished() {
        return contest.inForce() != null || quiz != null;
    }

    /** Whether nobody can take part any more. */
    public boolean isOverAt(Instant now) {
        if (quiz != null) {
            return quizClosed || quiz.content().isOverAt(now);
        }
        var rules = contest.inForce();
        return contest.state() != ContestState.PUBLISHED
                || (rules != null && !now.isBefore(rules.rules().closesAt()));
    }
}
