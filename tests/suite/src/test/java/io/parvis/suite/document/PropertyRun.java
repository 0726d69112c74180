package io.parvis.suite.document;

import io.parvis.launcher.ParvisUnderTest;
import io.parvis.suite.document.ApiRequest.Intent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Sends generated requests to every operation, as every role: the smallest body of each schema, a valid request for each
 * role, then valid ones and spoilt ones in turn.
 */
public final class PropertyRun {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int WORKERS = 4;

    private static final long SEED = 20_260_704;
    private static final int REQUESTS = 2500;

    private final Callers callers;
    private final Documented document;
    private final AnswerCheck check;
    private final PropertyReport report;
    private final long seed;
    private final int requests;

    private record Task(ApiOperation operation, Intent intent, String role, String type) {}

    PropertyRun(Callers callers, Documented document, long seed, int requests) {
        this.callers = callers;
        this.document = document;
        this.check = new AnswerCheck(document.document());
        this.report = new PropertyReport(document.operations());
        this.seed = seed;
        this.requests = requests;
    }

    /** @throws IOException where the document cannot be read */
    public static PropertyRun of(ParvisUnderTest parvis) throws IOException {
        var callers = Callers.of(parvis);
        return new PropertyRun(
                callers,
                Documented.of(callers),
                Long.getLong("parvis.api.seed", SEED),
                Integer.getInteger("parvis.api.requests", REQUESTS));
    }

    public PropertyReport run() throws InterruptedException, ExecutionException {
        var random = new SplittableRandom(seed);
        var tasks = tasks(new Choice(random.split()));
        var workers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < WORKERS; i++) {
            var share = new ArrayList<Task>();
            for (int task = i; task < tasks.size(); task += WORKERS) {
                share.add(tasks.get(task));
            }
            int worker = i;
            var choice = new Choice(random.split());
            workers.add(() -> {
                work(worker, share, choice);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            for (var worker : threads.invokeAll(workers)) {
                worker.get();
            }
        }
        return report;
    }

    private List<Task> tasks(Choice choice) {
        var tasks = new ArrayList<Task>();
        for (var operation : document.operations()) {
            var types = types(operation);
            types.forEach(type -> tasks.add(new Task(operation, Intent.SMALLEST, Callers.ALL, type)));
            Callers.ROLES.forEach(role -> tasks.add(new Task(operation, Intent.VALID, role, types.getFirst())));
        }
        var operations = document.operations();
        while (tasks.size() < requests) {
            var operation = operations.get(tasks.size() % operations.size());
            var role = choice.oneIn(3) ? choice.of(Callers.ROLES) : Callers.ALL;
            var intent = choice.oneIn(3) ? Intent.VALID : Intent.MUTATED;
            tasks.add(new Task(operation, intent, role, choice.of(types(operation))));
        }
        return tasks;
    }

    private static List<String> types(ApiOperation operation) {
        return operation.bodies().isEmpty()
                ? List.of("")
                : List.copyOf(operation.bodies().keySet());
    }

    private void work(int worker, List<Task> tasks, Choice choice) {
        var world = new World();
        var prefix = Long.toHexString(Instant.now().toEpochMilli()) + worker;
        var maker = new Maker(callers, world, prefix);
        var preparation = new Preparation(maker, world);
        preparation.begin();
        var texts = new Texts(world, Instant.now(), worker * 1_000_000L);
        var made = new Requests(new BodyMaker(document, texts), preparation, maker);
        for (var task : tasks) {
            var request = made.make(task.operation(), task.intent(), task.role(), task.type(), choice.split());
            judge(request, callers.send(request));
        }
    }

    private void judge(ApiRequest request, ApiAnswer answer) {
        report.answered(request, answer);
        for (var fault : check.faults(request, answer)) {
            fail(request, fault);
        }
        // A position that has not come is waited for, two seconds, and then refused for the moment.
        if (answer.took().compareTo(LONG) > 0 && answer.status() != 503 && isSlowAgain(request)) {
            fail(request, "slow: " + answer.took().toMillis() + " ms");
        }
    }

    /** The machine may have been busy: it counts when it happens three times. */
    private boolean isSlowAgain(ApiRequest request) {
        for (int again = 0; again < 2; again++) {
            if (callers.send(request).took().compareTo(LONG) <= 0) {
                return false;
            }
        }
        return true;
    }

    private void fail(ApiRequest request, String fault) {
        var kind = kind(fault);
        if (report.isNew(request.operation().name(), kind)) {
            var shrunk = new Shrinker(smaller -> check.faults(smaller, callers.send(smaller)).stream()
                            .anyMatch(other -> kind(other).equals(kind)))
                    .shrunk(request);
            var example = fault.length() > 600 ? fault.substring(0, 600) : fault;
            report.failed(
                    request.operation().name(),
                    kind,
                    request.intent() + " " + request.role() + ": " + example,
                    shrunk.curl());
        }
    }

    /** What makes two faults one: all but where in a list, and the texts that were sent. */
    private static String kind(String fault) {
        var end = fault.indexOf("\"detail\"");
        var text = fault.replaceAll("/\\d+", "/n");
        return text.substring(0, Math.min(text.length(), end > 0 ? Math.min(end + 200, 260) : 120));
    }
}
