package io.parvis.engagement.quiz.write.start;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;

/** @param invitation what the attempt is made through */
record StartAttempt(AttemptId attemptId, QuizId quizId, BrandId brandId, FanId fanId, Invitation invitation) {

    /** A quiz is a campaign. */
    CampaignId campaign() {
        return new CampaignId(quizId.value());
    }
}
