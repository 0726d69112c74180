package io.parvis.engagement.quiz.read.attempts;

import io.parvis.engagement.quiz.QuizContent;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The attempts of one fan at one quiz that are finished. */
record FanAttempts(List<Finished> finished) {

    static final FanAttempts NONE = new FanAttempts(List.of());

    record Finished(String fanAtQuiz, String attemptId, int ordinal, BigDecimal score) {}

    /** By fan and quiz; a fan has 20 attempts at most. */
    static Uni<Map<String, FanAttempts>> of(Mutiny.Session session, Collection<String> fansAtQuiz) {
        if (fansAtQuiz.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "select new io.parvis.engagement.quiz.read.attempts.FanAttempts$Finished(fanAtQuiz, attemptId,"
                                + " ordinal, score) from AttemptView where fanAtQuiz in :fans and score is not null",
                        Finished.class)
                .setParameter("fans", fansAtQuiz)
                .getResultList()
                .map(all -> all.stream()
                        .collect(Collectors.groupingBy(
                                Finished::fanAtQuiz,
                                Collectors.collectingAndThen(Collectors.toList(), FanAttempts::new))));
    }

    /** They follow one another, so the last one allowed is the last one to end. */
    boolean noneIsLeft(QuizContent content) {
        return finished.stream().anyMatch(attempt -> attempt.ordinal() >= content.attemptsAllowed());
    }

    /** The attempt that counts; of equal ones the earlier. */
    @Nullable
    String counting(QuizContent content) {
        var byOrdinal = Comparator.comparingInt(Finished::ordinal);
        var counting = switch (content.whichCounts()) {
            case FIRST -> finished.stream().min(byOrdinal);
            case LAST -> finished.stream().max(byOrdinal);
            case HIGHEST ->
                finished.stream().max(Comparator.comparing(Finished::score).thenComparing(byOrdinal.reversed()));
        };
        return counting.map(Finished::attemptId).orElse(null);
    }
}
