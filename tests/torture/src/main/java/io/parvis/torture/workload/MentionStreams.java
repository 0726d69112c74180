package io.parvis.torture.workload;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.History;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Unknown;
import io.parvis.torture.workload.KnownThings.Mention;
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
    private final Endpoints endpoints;
    private final History history;

    MentionStreams(Http http, Endpoints endpoints, History history) {
        this.http = http;
        this.endpoints = endpoints;
        this.history = history;
    }

    void send(RandomGenerator random, String brandId, List<Mention> mentions) {
        var trace = Http.trace(random);
        var lines = mentions.stream()
                .map(said -> ResponseReader.text(Mentions.body(said)))
                .collect(Collectors.joining("\n"));
        var invoked = System.nanoTime();
        // From line number, counted from 1. What is missing at the end was not answered.
        var told = new TreeMap<Integer, RequestOutcome>();
        RequestOutcome others = new Unknown("not answered");
        try {
            var answer = http.stream(
                    endpoints.gateway(),
                    RequestFactory.brand(brandId) + "/mentions",
                    lines,
                    trace,
                    OperationRunner.timeout(random));
            try (var answers = answer.body()) {
                if (answer.statusCode() == OK) {
                    answers.forEach(line -> read(line, told));
                } else {
                    var problem = ResponseReader.problem(ResponseReader.parse(answers.collect(Collectors.joining())));
                    others = ResponseReader.refusal(answer.statusCode(), problem);
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

    private static void read(String line, TreeMap<Integer, RequestOutcome> told) {
        var answer = ResponseReader.parse(line);
        if (!answer.has("line")) {
            return;
        }
        var id = answer.path("mentionId").asText();
        var outcome = switch (answer.path("status").asText()) {
            case "created" -> new Acknowledged(CREATED, id, 0);
            case "known" -> new Acknowledged(OK, id, 0);
            default -> {
                var problem = answer.path("problem");
                yield ResponseReader.refusal(problem.path("status").asInt(), ResponseReader.problem(problem));
            }
        };
        told.put(answer.path("line").asInt(), outcome);
    }
}
