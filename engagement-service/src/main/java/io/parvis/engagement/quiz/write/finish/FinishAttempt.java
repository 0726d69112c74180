package io.parvis.engagement.quiz.write.finish;

record FinishAttempt(String attemptId, String quizId, String brandId) {}
