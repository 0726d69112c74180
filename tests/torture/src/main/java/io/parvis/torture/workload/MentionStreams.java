package io.parvis.torture.workload;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.History;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Outcome;
import io.parvis.torture.history.Outcome.Acknowledged;
import io.parvis.torture.history.Outcome.Unknown;
import io.parvis.torture.workload.World.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Sends mentions as lines of one request. Each line is an operation; all share a trace, and none has a key. */
final class MentionStreams {

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Http http;
    private final Doors doors;
    private final History history;

    MentionStreams(Http http, Doors doors, History history) {
        this.http = http;
        this.doors = doors;
        this.history = history;
    }

    void send(RandomGenerator random, String brandId, List<Said> mentions) {
        var trace = Http.trace(random);
        var lines =
                mentions.stream().map(said -> Answers.text(Mentions.body(said))).collect(Collectors.joining("\n"));
        var invoked = System.nanoTime();
        // From line number, counted from 1. What is missing at the end was not answered.
        var told = new TreeMap<Integer, Outcome>();
        Outcome others = new Unknown("not answered");
        try {
            var answer = http.stream(
                    doors.gateway(), Acts.brand(brandId) + "/mentions", lines, trace, Performer.patience(random));
            try (var answers = answer.body()) {
                if (answer.statusCode() == OK) {
                    answers.forEach(line -> read(line, told));
                } else {
                    var problem = Answers.problem(Answers.parse(answers.collect(Collectors.joining())));
                    others = Answers.refusal(answer.statusCode(), problem);
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            others = new Unknown(broken.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        var ended = System.nanoTime();
        for (int line = 1; line <= mentions.size(); line++) {
            var outcome = told.getOrDefault(line, others);
            var attempt = new Attempt(trace, "stream", invoked, ended, outcome);
            history.add(new Operation(
                    history.nextNumber(),
                    Kind.CAPTURE_MENTION,
                    Mentions.wanted(mentions.get(line - 1)),
                    null,
                    List.of(attempt)));
        }
    }

    private static void read(String line, TreeMap<Integer, Outcome> told) {
        var answer = Answers.parse(line);
        if (!answer.has("line")) {
            return;
        }
        var id = answer.path("mentionId").asText();
        var outcome = switch (answer.path("status").asText()) {
            case "created" -> new Acknowledged(CREATED, id, 0);
            case "known" -> new Acknowledged(OK, id, 0);
            default -> {
                var problem = answer.path("problem");
                yield Answers.refusal(problem.path("status").asInt(), Answers.problem(problem));
            }
        };
        told.put(answer.path("line").asInt(), outcome);
    }
}
