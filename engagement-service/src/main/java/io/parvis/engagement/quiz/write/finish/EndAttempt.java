package io.parvis.engagement.quiz.write.finish;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;
import java.time.Instant;

/** What the fan did not finish ends by itself. */
record EndAttempt(AttemptId attemptId, QuizId quizId, BrandId brandId, Instant dueAt) {}
