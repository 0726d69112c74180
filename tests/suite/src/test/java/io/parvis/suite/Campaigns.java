package io.parvis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.suite.SuiteClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The campaigns that the product was imagined from. */
record Campaigns(SuiteClient client, String brandId) {

    private static final Duration SOON = Duration.ofSeconds(4);

    private String path(String rest) {
        return "/v1/brands/" + brandId + rest;
    }

    String fan(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("country", "FR");
        return client.post(path("/fans"), body).text("fanId");
    }

    /**
     * A prize for those who followed the cycling team, drawn among all who entered. It closes soon; where the machine was
     * too slow for all that is to be done before, another one stays open for twice as long.
     *
     * @param whileOpen with the contest's id; whether all of it was taken
     */
    String cyclingContest(Duration claimWindow, Predicate<String> whileOpen) {
        for (var open = SOON; ; open = open.multipliedBy(2)) {
            var closesAt = Instant.now().plus(open);
            var contestId = cyclingContest(closesAt, claimWindow);
            if (whileOpen.test(contestId)) {
                return contestId;
            }
            assertThat(Instant.now())
                    .as("what was refused in time, in contest %s", contestId)
                    .isAfter(closesAt);
            await().until(() -> isClosedOrWasNeverOpen(contestId));
        }
    }

    private String cyclingContest(Instant closesAt, Duration claimWindow) {
        var contest = client.post(
                        path("/contests"),
                        Map.of(
                                "name",
                                "Follow the team",
                                "mechanic",
                                "draw",
                                "opensAt",
                                Instant.now().minusSeconds(60).toString(),
                                "closesAt",
                                closesAt.toString(),
                                "timeZone",
                                "Europe/Paris",
                                "officialRules",
                                "Two jerseys are drawn among all who followed the team.",
                                "claimWindow",
                                claimWindow.toString(),
                                "prizes",
                                List.of(Map.of("name", "Team jersey", "quantity", 2))))
                .text("contestId");
        client.post(path("/contests/" + contest + "/publish"), Map.of());
        return contest;
    }

    /** Nothing more happens to it by itself. */
    private boolean isClosedOrWasNeverOpen(String contestId) {
        var offered = client.get("/v1/public/contests/" + contestId);
        return offered.status() == 404 || !offered.text("merkleRoot").isEmpty();
    }

    Answer contest(String verb, String contestId, Object body, String... headers) {
        return client.post(path("/contests/" + contestId + verb), body, headers);
    }

    Answer read(String rest, String... headers) {
        return client.get(path(rest), headers);
    }

    /** What a dental crown costs: the closer, the more points, and advice by band. */
    String crownGame() {
        return publishedQuiz(Map.of(
                "title",
                "What does a dental crown cost?",
                "kind",
                "game",
                "shuffle",
                false,
                "questions",
                List.of(Map.of(
                        "questionId",
                        "price",
                        "type",
                        "number",
                        "text",
                        "What does a crown cost, in euros?",
                        "answer",
                        Map.of("number", 547.31, "tolerance", 200, "scoring", "closeness"),
                        "points",
                        10)),
                "bands",
                List.of(
                        Map.of("from", 0, "to", 5, "advice", "A crown costs more than most think: look at your cover."),
                        Map.of("from", 5, "to", 10, "advice", "You know what teeth cost: ask for three quotes."))));
    }

    /** A health quiz for future students, with advice per answer. */
    String studentQuiz() {
        return publishedQuiz(Map.of(
                "title",
                "Ready for student life?",
                "passScore",
                10,
                "kind",
                "quiz",
                "shuffle",
                true,
                "questions",
                List.of(Map.of(
                        "questionId",
                        "sleep",
                        "type",
                        "single",
                        "text",
                        "How many hours of sleep?",
                        "options",
                        List.of(
                                Map.of("optionId", "six", "text", "Six", "correct", false, "advice", "Too few."),
                                Map.of("optionId", "eight", "text", "Eight", "correct", true, "advice", "Well slept.")),
                        "points",
                        10)),
                "bands",
                List.of(Map.of("from", 0, "to", 10, "advice", "Find a doctor where you study."))));
    }

    private String publishedQuiz(Map<String, ?> quiz) {
        var quizId = client.post(path("/quizzes"), quiz).text("quizId");
        client.post(path("/quizzes/" + quizId + "/publish"), Map.of());
        return quizId;
    }

    Answer start(String quizId, String fanId) {
        return client.post(path("/quizzes/" + quizId + "/attempts"), Map.of("fanId", fanId));
    }

    Answer answer(String quizId, String attemptId, Map<String, ?> answer) {
        return client.post(path("/quizzes/" + quizId + "/attempts/" + attemptId + "/answers"), answer);
    }

    Answer finish(String quizId, String attemptId) {
        return client.post(path("/quizzes/" + quizId + "/attempts/" + attemptId + "/finish"), Map.of());
    }

    /** Eight hours of sleep: all points. */
    Answer passStudentQuiz(String quizId, String fanId, @Nullable String referralToken) {
        var body = new HashMap<String, Object>(Map.of("fanId", fanId));
        if (referralToken != null) {
            body.put("referralToken", referralToken);
        }
        var attemptId =
                client.post(path("/quizzes/" + quizId + "/attempts"), body).text("attemptId");
        answer(quizId, attemptId, Map.of("questionId", "sleep", "optionIds", List.of("eight")));
        return finish(quizId, attemptId);
    }

    @SafeVarargs
    final void rewards(Map<String, ?>... rules) {
        client.put(path("/reward-programme"), Map.of("timeZone", "Europe/Paris", "rules", List.of(rules)));
    }

    void landingPage(String campaignId, String url) {
        client.put(path("/campaigns/" + campaignId + "/landing-page"), Map.of("url", url));
    }

    Answer share(String campaignId, String fanId) {
        return client.post(path("/referrals"), Map.of("campaignId", campaignId, "fanId", fanId));
    }

    Answer convert(String fanId) {
        return client.post(path("/fans/" + fanId + "/conversion"), Map.of());
    }

    long balance(String fanId) {
        return read("/fans/" + fanId + "/statement").body().path("balance").asLong();
    }
}
