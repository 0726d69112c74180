package io.parvis.suite.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run has met. */
public final class PropertyReport {

    /** One kind of fault of one operation: how often, and the smallest request that shows it. */
    public record Fault(String operation, String kind, String example, String curl, int times) {}

    private record Timed(String request, int status, Duration took) {}

    private final Map<String, Map<Integer, Integer>> byOperation = new TreeMap<>();
    private final Map<String, Fault> faults = new TreeMap<>();
    private final List<Timed> slowest = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int requests;

    PropertyReport(List<ApiOperation> operations) {
        operations.forEach(operation -> byOperation.put(operation.name(), new TreeMap<>()));
    }

    synchronized void answered(ApiRequest request, ApiAnswer answer) {
        requests++;
        byOperation.get(request.operation().name()).merge(answer.status(), 1, Integer::sum);
        if (!answer.succeeded()
                && request.intent() != ApiRequest.Intent.MUTATED
                && request.role().equals(Callers.ALL)) {
            var type = answer.text().replaceFirst("(?s).*?\"type\":\"[^\"]*/([^\"/]*)\".*", "$1");
            refused.merge(request.operation().name() + ": " + type, 1, Integer::sum);
        }
        slowest.add(new Timed(request.role() + " " + request.operation().name(), answer.status(), answer.took()));
        if (slowest.size() > 200) {
            slowest.sort(Comparator.comparing(Timed::took).reversed());
            slowest.subList(20, slowest.size()).clear();
        }
    }

    /** Whether this kind of fault is new for its operation. */
    synchronized boolean isNew(String operation, String kind) {
        return faults.computeIfPresent(
                        operation + " " + kind,
                        (key, known) -> new Fault(
                                known.operation(), known.kind(), known.example(), known.curl(), known.times() + 1))
                == null;
    }

    synchronized void failed(String operation, String kind, String example, String curl) {
        faults.putIfAbsent(operation + " " + kind, new Fault(operation, kind, example, curl, 1));
    }

    public synchronized List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    public synchronized List<String> withoutSuccess() {
        return byOperation.entrySet().stream()
                .filter(each -> each.getValue().keySet().stream().noneMatch(status -> status >= 200 && status < 400))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized String toString() {
        var text = new StringBuilder("%d requests%n".formatted(requests));
        var classes = new TreeMap<String, Integer>();
        byOperation
                .values()
                .forEach(statuses -> statuses.forEach((status, times) ->
                        classes.merge(status == 503 ? "503" : status / 100 + "xx", times, Integer::sum)));
        var succeeded = classes.getOrDefault("2xx", 0) + classes.getOrDefault("3xx", 0);
        text.append("%s, %d %% succeeded%n".formatted(classes, 100 * succeeded / Math.max(1, requests)));
        byOperation.forEach((operation, statuses) -> text.append("%-90s %s%n".formatted(operation, statuses)));
        slowest.sort(Comparator.comparing(Timed::took).reversed());
        text.append("slowest:\n")
                .append(slowest.stream()
                        .limit(10)
                        .map(each ->
                                "  %5d ms  %d  %s".formatted(each.took().toMillis(), each.status(), each.request()))
                        .collect(Collectors.joining("\n")));
        text.append("\nwithout success: ").append(withoutSuccess()).append('\n');
        text.append("\nvalid, yet refused:\n");
        refused.forEach((why, times) -> text.append("  %4d  %s%n".formatted(times, why)));
        faults.values()
                .forEach(fault -> text.append("%n%s%n  %s (%d times)%n  %s%n  %s%n"
                        .formatted(fault.operation(), fault.kind(), fault.times(), fault.example(), fault.curl())));
        return text.toString();
    }
}
