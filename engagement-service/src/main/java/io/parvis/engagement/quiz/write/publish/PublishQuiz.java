package io.parvis.engagement.quiz.write.publish;

record PublishQuiz(String quizId, String brandId) {}
