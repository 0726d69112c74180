package io.parvis.engagement.quiz.read.statistics;

import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.event.AttemptFinished;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the finished attempts at a quiz add up to.
 *
 * @param score the sum of all
 * @param questions by their id
 */
record Tally(int finished, int passed, BigDecimal score, Map<String, OfQuestion> questions) {

    static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO, Map.of());

    /**
     * @param points the sum of all
     * @param chosen how often, by option
     */
    record OfQuestion(int answered, int right, BigDecimal points, Map<String, Integer> chosen) {

        static final OfQuestion NONE = new OfQuestion(0, 0, BigDecimal.ZERO, Map.of());

        OfQuestion with(Mark mark) {
            return new OfQuestion(
                    mark.answer().isSomething() ? answered + 1 : answered,
                    mark.right() ? right + 1 : right,
                    points.add(mark.points()),
                    counting(mark.answer().chosen()));
        }

        private Map<String, Integer> counting(List<OptionId> optionIds) {
            var more = new TreeMap<>(chosen);
            optionIds.forEach(optionId -> more.merge(optionId.value(), 1, Integer::sum));
            return more;
        }
    }

    Tally with(AttemptFinished attempt) {
        var more = new TreeMap<>(questions);
        attempt.marks()
                .forEach(mark -> more.put(
                        mark.questionId().value(),
                        more.getOrDefault(mark.questionId().value(), OfQuestion.NONE)
                                .with(mark)));
        return new Tally(finished + 1, attempt.passed() ? passed + 1 : passed, score.add(attempt.score()), more);
    }
}
