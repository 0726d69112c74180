package io.parvis.suite.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bodies that are right in all that they say, of the kinds whose fields depend on each other. */
final class Examples {

    private Examples() {}

    static Map<String, Object> contest(String mechanic, Duration open, int prizes) {
        return Map.of(
                "name",
                "Follow the team",
                "mechanic",
                mechanic,
                "opensAt",
                Instant.now().minusSeconds(60).toString(),
                "closesAt",
                Instant.now().plus(open).toString(),
                "timeZone",
                "Europe/Paris",
                "officialRules",
                "Jerseys are drawn among all who followed the team.",
                "frequency",
                Map.of("mode", "calendar-day", "count", 1000),
                "prizes",
                List.of(Map.of(
                        "name",
                        "Team jersey",
                        "quantity",
                        prizes,
                        "unitValue",
                        Map.of("amount", 89.9, "currency", "EUR"))));
    }

    static Map<String, Object> quiz() {
        return Map.of(
                "title",
                "What does a dental crown cost?",
                "kind",
                "game",
                "shuffle",
                true,
                "attempts",
                Map.of("allowed", 20, "counts", "highest"),
                "questions",
                List.of(
                        Map.of(
                                "questionId",
                                "price",
                                "type",
                                "number",
                                "text",
                                "How much?",
                                "points",
                                10,
                                "answer",
                                Map.of("number", 547.31, "tolerance", 200, "scoring", "closeness")),
                        Map.of(
                                "questionId",
                                "sleep",
                                "type",
                                "single",
                                "text",
                                "How long?",
                                "points",
                                5,
                                "options",
                                List.of(
                                        Map.of(
                                                "optionId",
                                                "six",
                                                "text",
                                                "Six",
                                                "correct",
                                                false,
                                                "advice",
                                                "Too few."),
                                        Map.of("optionId", "eight", "text", "Eight", "correct", true)))),
                "bands",
                List.of(Map.of("from", 0, "to", 15, "advice", "Ask for three quotes.")));
    }

    static Map<String, Object> programme() {
        return Map.of(
                "timeZone", "Europe/Paris",
                "rules",
                        List.of(
                                Map.of("event", "quiz-passed", "points", 50),
                                Map.of("event", "contest-entered", "points", 1)),
                "cap", Map.of("points", 100000, "period", "day"),
                "expiry", Map.of("mode", "rolling", "days", 30),
                "tiers",
                        Map.of(
                                "period",
                                "lifetime",
                                "levels",
                                List.of(Map.of("code", "gold", "name", "Gold", "from", 100))));
    }
}
