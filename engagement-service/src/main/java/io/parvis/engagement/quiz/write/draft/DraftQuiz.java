package io.parvis.engagement.quiz.write.draft;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizContent;

record DraftQuiz(QuizId quizId, BrandId brandId, QuizContent content) {}
