package io.parvis.engagement.quiz.write.start;

import io.parvis.engagement.invitation.Invitation;

/** @param invitation what the attempt is made through */
record StartAttempt(String attemptId, String quizId, String brandId, String fanId, Invitation invitation) {}
