package io.parvis.torture.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Read;
import io.parvis.torture.history.RequestOutcome;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import io.parvis.torture.history.RequestOutcome.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A small history in which everything went as it must: one brand, one contest, two fans, one of whom tries twice. */
final class GoodEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-07-04T10:00:00Z");

    private final List<Operation> operations = new ArrayList<>();
    private final List<LogEvent> log = new ArrayList<>();
    private long clock;

    static Evidence make() {
        return new GoodEvidence().evidence();
    }

    private Evidence evidence() {
        var brand = Map.of("/slug", "velo-club");
        created(Kind.REGISTER_BRAND, brand, Map.of("brandId", "b1", "slug", "velo-club"), "b1", "brand-slug=velo-club");
        var draft = Map.of("/brandId", "b1", "/rules/name", "Win");
        created(
                Kind.DRAFT_CONTEST,
                draft,
                Map.of("brandId", "b1", "contestId", "c1", "rules", Map.of("name", "Win")),
                "c1",
                "contest=c1");
        var publish = Map.of("/brandId", "b1", "/contestId", "c1");
        record("engagement.DrawCommitted", "publish", Map.of("brandId", "b1", "contestId", "c1"));
        var published = record(
                "engagement.ContestPublished", "publish", Map.of("brandId", "b1", "contestId", "c1", "name", "Win"));
        operation(Kind.PUBLISH_CONTEST, publish, attempt("publish", new Acknowledged(204, "", published.position())));
        watch(published);
        var answer = record(Facts.ANSWER, "again", Map.of(), "idempotency=again");
        operation(Kind.PUBLISH_CONTEST, publish, attempt("again", new Acknowledged(204, "", answer.position())));
        fan("f1");
        fan("f2");
        enter("f1", "e1");
        operation(Kind.ENTER_CONTEST, entry("f1"), attempt("late", new Refused(409, "fan-already-entered")));
        operation(Kind.ENTER_CONTEST, entry("f2"), attempt("away", new Unknown("HttpTimeoutException")));
        repeatedAfterUnknown();
        move("earn", "o1", 10, 0);
        move("burn", "o2", 10, 10);
        operation(Kind.MOVE_POINTS, moved("burn", "o3"), attempt("poor", new Refused(409, "insufficient-points")));
        var archived = record("presence.BrandArchived", "archive", Map.of("brandId", "b1"));
        operation(
                Kind.ARCHIVE_BRAND,
                Map.of("/brandId", "b1"),
                attempt("archive", new Acknowledged(204, "", archived.position())));
        operation(Kind.PUBLISH_CONTEST, publish, attempt("silent", new Refused(409, "brand-is-archived")));
        return new Evidence(
                operations,
                List.of(new Read("/v1/brands/b1", 1, 200)),
                log,
                tags(),
                batches(),
                views(),
                views(),
                log.size(),
                List.of());
    }

    private void fan(String fanId) {
        var wording = "I take part-" + fanId;
        created(
                Kind.REGISTER_FAN,
                Map.of("/brandId", "b1", "/consents/0/wording", wording),
                Map.of("brandId", "b1", "fanId", fanId, "consents", List.of(Map.of("wording", wording))),
                fanId,
                "fan=" + fanId);
    }

    private static Map<String, String> entry(String fanId) {
        return Map.of("/brandId", "b1", "/contestId", "c1", "/fanId", fanId);
    }

    private void enter(String fanId, String entryId) {
        created(
                Kind.ENTER_CONTEST,
                entry(fanId),
                Map.of("brandId", "b1", "contestId", "c1", "fanId", fanId, "entryId", entryId),
                entryId,
                "entry=c1/" + fanId);
    }

    private static Map<String, String> moved(String operation, String order) {
        return Map.of("/brandId", "b1", "/fanId", "f1", "/operation", operation, "/points", "10", "/source", order);
    }

    private void move(String operation, String order, int earned, int burned) {
        var payload = new HashMap<String, Object>(Map.of("brandId", "b1", "fanId", "f1", "entryId", "p" + order));
        payload.putAll(Map.of("operation", operation, "points", 10, "source", order));
        payload.put("ledger", Map.of("earned", earned, "burned", burned));
        created(Kind.MOVE_POINTS, moved(operation, order), payload, "p" + order, "points=b1/f1");
    }

    private void repeatedAfterUnknown() {
        var wanted = Map.of("/brandId", "b1", "/source", "forum", "/text", "Said m");
        var lost = attempt("lost", new Unknown("IOException"));
        var event = record(
                "reputation.MentionCaptured",
                "lost",
                Map.of("brandId", "b1", "source", "forum", "origin", "m", "text", "Said m", "mentionId", "m1"),
                "mention-origin=m");
        operation(Kind.CAPTURE_MENTION, wanted, lost, attempt("found", new Acknowledged(201, "m1", event.position())));
    }

    private void watch(LogEvent cause) {
        var metadata = Map.of(
                "correlationId", cause.trace(), "causationId", cause.id(), "principal", "automation:reputation.watch");
        append("reputation.WatchAdded", Map.of("brandId", "b1", "watchId", "w1", "name", "Win"), metadata);
    }

    private void created(Kind kind, Map<String, String> wanted, Map<String, ?> payload, String id, String... tags) {
        var trace = "trace-" + log.size();
        var invoked = ++clock;
        var event = record(kind.event(), trace, payload, tags);
        operation(
                kind,
                wanted,
                new Attempt(trace, "gateway", invoked, ++clock, new Acknowledged(201, id, event.position())));
    }

    private Attempt attempt(String trace, RequestOutcome outcome) {
        return new Attempt(trace, "gateway", ++clock, ++clock, outcome);
    }

    private void operation(Kind kind, Map<String, String> wanted, Attempt... attempts) {
        operations.add(
                new Operation(operations.size() + 1, kind, wanted, "key-" + operations.size(), List.of(attempts)));
    }

    private LogEvent record(String name, String trace, Map<String, ?> payload, String... tags) {
        return append(name, payload, Map.of("correlationId", trace, "principal", "key:all"), tags);
    }

    private LogEvent append(String name, Map<String, ?> payload, Map<String, String> metadata, String... tags) {
        var position = log.size() + 1;
        var event = new LogEvent(
                position,
                UUID.randomUUID().toString(),
                name,
                JSON.valueToTree(payload),
                metadata,
                List.of(tags),
                START.plusSeconds(position));
        log.add(event);
        return event;
    }

    private Set<TagRow> tags() {
        var tags = new HashSet<TagRow>();
        log.forEach(event -> event.tags().forEach(tag -> tags.add(new TagRow(tag, event.position()))));
        return tags;
    }

    private List<Batch> batches() {
        var last = log.getLast();
        return List.of(new Batch("writer", 7, List.of(0L, last.position()), last.recordedAt()));
    }

    private static ViewContents views() {
        var rows = new HashMap<String, Set<String>>();
        rows.put("presence.brand", Set.of("(b1,velo-club)"));
        rows.put("engagement.entry", Set.of("(e1,c1,f1)"));
        return new ViewContents(rows);
    }
}
