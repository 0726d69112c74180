package io.parvis.engagement.quiz.write.draft;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;

record DraftQuiz(QuizId quizId, BrandId brandId, QuizContent content) {}
