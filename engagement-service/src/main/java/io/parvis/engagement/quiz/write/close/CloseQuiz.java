package io.parvis.engagement.quiz.write.close;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizId;

record CloseQuiz(QuizId quizId, BrandId brandId) {}
