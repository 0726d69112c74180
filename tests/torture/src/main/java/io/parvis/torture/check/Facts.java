package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evidence, with its operations and events joined: whose event is this, which events came of that. */
final class Facts {

    /** What the log keeps of an answer under a key where there was nothing to change. */
    static final String ANSWER = "eventing.NothingChanged";

    private final Evidence evidence;
    private final Map<String, List<Operation>> byTrace = new HashMap<>();
    private final Map<Long, List<LogEvent>> events = new HashMap<>();
    private final Map<Long, LogEvent> answers = new HashMap<>();
    private final Map<Long, Operation> authors = new HashMap<>();
    private final Map<String, Set<String>> pointers = new HashMap<>();
    private final Map<String, List<LogEvent>> bySubject = new HashMap<>();

    Facts(Evidence evidence) {
        this.evidence = evidence;
        for (var operation : evidence.operations()) {
            pointers.computeIfAbsent(
                    operation.kind().event(),
                    name -> new TreeSet<>(operation.wanted().keySet()));
            for (var attempt : operation.attempts()) {
                byTrace.computeIfAbsent(attempt.trace(), trace -> new ArrayList<>())
                        .add(operation);
            }
        }
        evidence.log().forEach(this::join);
    }

    private void join(LogEvent event) {
        var named = pointers.get(event.name());
        if (named != null) {
            var subject = new StringBuilder(event.name());
            named.forEach(pointer -> subject.append('|').append(event.text(pointer)));
            bySubject
                    .computeIfAbsent(subject.toString(), key -> new ArrayList<>())
                    .add(event);
        }
        if (event.name().equals(ANSWER)) {
            byTrace.getOrDefault(event.trace(), List.of()).stream()
                    .filter(operation -> operation.idempotencyKey() != null)
                    .findFirst()
                    .ifPresent(asked -> {
                        authors.put(event.position(), asked);
                        answers.putIfAbsent(asked.number(), event);
                    });
        } else if (!event.byAutomation()) {
            byTrace.getOrDefault(event.trace(), List.of()).stream()
                    .filter(operation -> wants(operation, event))
                    .findFirst()
                    .ifPresent(author -> {
                        authors.put(event.position(), author);
                        events.computeIfAbsent(author.number(), number -> new ArrayList<>())
                                .add(event);
                    });
        }
    }

    private static boolean wants(Operation operation, LogEvent event) {
        return operation.kind().event().equals(event.name())
                && operation.wanted().entrySet().stream()
                        .allMatch(one -> event.text(one.getKey()).equals(one.getValue()));
    }

    Evidence evidence() {
        return evidence;
    }

    List<Operation> operations() {
        return evidence.operations();
    }

    List<LogEvent> log() {
        return evidence.log();
    }

    /** The events that the operation's own attempts recorded, with what it wanted in them. */
    List<LogEvent> eventsOf(Operation operation) {
        return events.getOrDefault(operation.number(), List.of());
    }

    /** The record of what the operation was told where there was nothing to change; null where there is none. */
    @Nullable
    LogEvent answerTo(Operation operation) {
        return answers.get(operation.number());
    }

    @Nullable
    Operation author(LogEvent event) {
        return authors.get(event.position());
    }

    /** Events, of whoever, that say what the operation wanted. */
    List<LogEvent> like(Operation operation) {
        var subject = new StringBuilder(operation.kind().event());
        new TreeSet<>(operation.wanted().keySet())
                .forEach(
                        pointer -> subject.append('|').append(operation.wanted().get(pointer)));
        return bySubject.getOrDefault(subject.toString(), List.of());
    }

    static @Nullable Acknowledged told(Attempt attempt) {
        return attempt.outcome() instanceof Acknowledged told ? told : null;
    }
}
