package io.parvis.engagement.quiz.write.start;

import org.jspecify.annotations.Nullable;

record StartAttempt(
        String attemptId,
        String quizId,
        String brandId,
        String fanId,
        @Nullable String referralToken) {}
