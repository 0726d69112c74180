package io.parvis.engagement.quiz.write.publish;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizId;

record PublishQuiz(QuizId quizId, BrandId brandId) {}
