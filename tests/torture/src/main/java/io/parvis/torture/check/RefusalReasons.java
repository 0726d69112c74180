package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which refusals the history explains. */
final class RefusalReasons {

    /** Once one of these holds, it holds for ever. */
    private static final Set<String> LASTING = Set.of(
            "slug-already-taken",
            "fan-already-entered",
            "brand-is-archived",
            "channel-already-claimed",
            "external-id-taken");

    private static final Set<String> WANT_OF_A_SERVICE = Set.of(
            "not-connected", "too-contended", "overloaded", "service-unavailable", "keys-unavailable", "not-caught-up");

    private static final String AS = " as ";

    private final Facts facts;
    /** What clients had been told to exist, and when they were told first. */
    private final Map<String, Long> knownAt = new HashMap<>();

    private final Map<String, List<LogEvent>> byField = new HashMap<>();

    RefusalReasons(Facts facts) {
        this.facts = facts;
        for (var operation : facts.operations()) {
            var acknowledged = operation.acknowledged();
            if (acknowledged == null) {
                continue;
            }
            var told = Facts.told(acknowledged);
            var what = operation.kind() == Kind.PUBLISH_CONTEST
                    ? "published " + operation.wanted().get("/contestId")
                    : told == null ? "" : told.id();
            knownAt.merge(what, acknowledged.endedAt(), Math::min);
        }
        for (var event : facts.log()) {
            for (var pointer : List.of("/slug", "/handle", "/brandId", "/fanId")) {
                index(event, pointer, event.text(pointer));
            }
            index(event, "entry", event.text("/contestId") + "/" + event.text("/fanId"));
        }
    }

    private void index(LogEvent event, String field, String value) {
        byField.computeIfAbsent(event.name() + field + value, key -> new ArrayList<>(1))
                .add(event);
    }

    static boolean isRule(String problem) {
        return !WANT_OF_A_SERVICE.contains(problem);
    }

    static boolean isLasting(String problem) {
        return LASTING.contains(problem);
    }

    boolean explain(Operation operation, Attempt attempt, Refused refused) {
        var wanted = operation.wanted();
        return switch (refused.problem()) {
            case "slug-already-taken" ->
                anothers(operation, attempt, "presence.BrandRegistered", "/slug", wanted.get("/slug"));
            case "channel-already-claimed" ->
                anothers(operation, attempt, "presence.ChannelPlanned", "/handle", wanted.get("/handle"));
            case "fan-already-entered" ->
                anothers(
                        operation,
                        attempt,
                        "engagement.ContestEntered",
                        "entry",
                        wanted.get("/contestId") + "/" + wanted.get("/fanId"));
            case "brand-is-archived" ->
                anothers(operation, attempt, "presence.BrandArchived", "/brandId", wanted.get("/brandId"));
            case "external-id-taken" -> externalIdTaken(operation, attempt);
            case "insufficient-points" -> tooFewPoints(operation, attempt);
            case "brand-not-found", "contest-not-found", "fan-not-found" -> !allKnownBefore(operation, attempt);
            default -> !isRule(refused.problem());
        };
    }

    /** Another operation recorded it, and had begun by the time of the answer. */
    private boolean anothers(Operation operation, Attempt attempt, String name, String field, String value) {
        return byField.getOrDefault(name + field + value, List.of()).stream()
                .anyMatch(event -> isAnothers(event, operation, attempt));
    }

    private boolean isAnothers(LogEvent event, Operation operation, Attempt attempt) {
        var author = facts.author(event);
        return author != null && author.number() != operation.number() && author.invokedAt() < attempt.endedAt();
    }

    /** Fans say under which external id they come, since the log has it hashed only. */
    private boolean externalIdTaken(Operation operation, Attempt attempt) {
        var wording = operation.wanted().get("/consents/0/wording");
        var as = wording.substring(wording.indexOf(AS));
        return byField
                .getOrDefault(
                        "engagement.FanRegistered/brandId" + operation.wanted().get("/brandId"), List.of())
                .stream()
                .anyMatch(event ->
                        event.text("/consents/0/wording").endsWith(as) && isAnothers(event, operation, attempt));
    }

    /** Whether fewer may have been left than were to be burned: of what was there for certain, all that may have gone. */
    private boolean tooFewPoints(Operation operation, Attempt attempt) {
        long left = 0;
        var fan = operation.wanted().get("/fanId");
        for (var event : byField.getOrDefault("engagement.PointsMoved/fanId" + fan, List.of())) {
            var author = facts.author(event);
            if (author == null) {
                continue;
            }
            if (!event.text("/operation").equals("earn")) {
                left -= isAnothers(event, operation, attempt) ? event.number("/points") : 0;
            } else {
                var acknowledged = author.acknowledged();
                boolean before = acknowledged != null && acknowledged.endedAt() < attempt.invokedAt();
                left += before ? event.number("/points") : 0;
            }
        }
        return left < Long.parseLong(operation.wanted().get("/points"));
    }

    /** Whether some client had been told of everything that the operation needs before it began. */
    private boolean allKnownBefore(Operation operation, Attempt attempt) {
        var wanted = operation.wanted();
        return switch (operation.kind()) {
            case ENTER_CONTEST ->
                known("published " + wanted.get("/contestId"), attempt) && known(wanted.get("/fanId"), attempt);
            case PUBLISH_CONTEST -> known(wanted.get("/contestId"), attempt);
            case MOVE_POINTS -> known(wanted.get("/fanId"), attempt);
            default -> known(wanted.get("/brandId"), attempt);
        };
    }

    private boolean known(String what, Attempt attempt) {
        return knownAt.getOrDefault(what, Long.MAX_VALUE) < attempt.invokedAt();
    }
}
