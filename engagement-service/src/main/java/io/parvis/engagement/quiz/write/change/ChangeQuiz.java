package io.parvis.engagement.quiz.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** @param patch RFC 7396, on the draft as it is */
record ChangeQuiz(String quizId, String brandId, ObjectNode patch) {}
