package io.parvis.engagement.quiz.write.answer;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizId;

record AnswerQuestion(AttemptId attemptId, QuizId quizId, BrandId brandId, QuestionId questionId, GivenAnswer answer) {}
