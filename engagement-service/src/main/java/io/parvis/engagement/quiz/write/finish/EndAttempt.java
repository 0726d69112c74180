package io.parvis.engagement.quiz.write.finish;

import java.time.Instant;

/** What the fan did not finish ends by itself. */
record EndAttempt(String attemptId, String quizId, String brandId, Instant dueAt) {}
