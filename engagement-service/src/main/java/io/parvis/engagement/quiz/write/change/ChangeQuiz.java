package io.parvis.engagement.quiz.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizId;

/** @param patch RFC 7396, on the draft as it is */
record ChangeQuiz(QuizId quizId, BrandId brandId, ObjectNode patch) {}
