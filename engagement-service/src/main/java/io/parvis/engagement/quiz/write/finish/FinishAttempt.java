package io.parvis.engagement.quiz.write.finish;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;

record FinishAttempt(AttemptId attemptId, QuizId quizId, BrandId brandId) {}
