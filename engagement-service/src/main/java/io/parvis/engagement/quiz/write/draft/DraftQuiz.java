package io.parvis.engagement.quiz.write.draft;

import io.parvis.engagement.quiz.QuizContent;

record DraftQuiz(String quizId, String brandId, QuizContent content) {}
