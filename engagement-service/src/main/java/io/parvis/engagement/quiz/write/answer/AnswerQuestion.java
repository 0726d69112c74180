package io.parvis.engagement.quiz.write.answer;

import io.parvis.engagement.quiz.AttemptId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.GivenAnswer;

record AnswerQuestion(AttemptId attemptId, QuizId quizId, BrandId brandId, QuestionId questionId, GivenAnswer answer) {}
