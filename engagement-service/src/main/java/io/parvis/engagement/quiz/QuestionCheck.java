package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.Question.QuestionType;
import java.util.HashSet;
import java.util.function.BiConsumer;

/** What a question needs to be answered and marked. */
final class QuestionCheck {

    private final Question question;
    private final String at;
    private final BiConsumer<String, String> wrong;

    private QuestionCheck(Question question, String at, BiConsumer<String, String> wrong) {
        this.question = question;
        this.at = at;
        this.wrong = wrong;
    }

    /** @param wrong is told a JSON pointer and what is wrong there */
    static void check(Question question, String at, BiConsumer<String, String> wrong) {
        var check = new QuestionCheck(question, at, wrong);
        if (question.type() == QuestionType.NUMBER) {
            check.number();
        } else {
            check.options();
        }
    }

    private void number() {
        if (!question.optionsOrNone().isEmpty()) {
            wrong.accept(at + "/options", "a number has none");
        }
        if (question.answer() == null) {
            wrong.accept(at + "/answer", "must say which number is right");
        }
    }

    private void options() {
        var options = question.optionsOrNone();
        if (question.answer() != null) {
            wrong.accept(at + "/answer", "is for numbers; here the right options say it");
        }
        if (options.size() < 2) {
            wrong.accept(at + "/options", "must be two at least");
        }
        if (question.type() == QuestionType.TRUE_FALSE && options.size() > 2) {
            wrong.accept(at + "/options", "must be two: true and false");
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            if (!ids.add(options.get(i).optionId())) {
                wrong.accept(at + "/options/" + i + "/optionId", "is another option's already");
            }
        }
        int correct = question.correctOptionIds().size();
        if (correct == 0) {
            wrong.accept(at + "/options", "must have a correct one");
        } else if (correct > 1 && question.type() != QuestionType.MULTIPLE) {
            wrong.accept(at + "/options", "must have one correct one only");
        }
    }
}
