package io.parvis.engagement.quiz.write.answer;

import io.parvis.engagement.quiz.GivenAnswer;

record AnswerQuestion(String attemptId, String quizId, String brandId, String questionId, GivenAnswer answer) {}
