package io.parvis.engagement.quiz.write.close;

record CloseQuiz(String quizId, String brandId) {}
