package io.parvis.eventing.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** One call of the database's {@code append}: a batch as parallel arrays, and a verdict per append. */
record AppendCall(UUID writer, long number, List<PendingAppend> appends) {

    private static final String SQL =
            "select event_store.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)";

    /** Per append: the position of its last event, or 0 where its condition was not met. */
    Future<Long[]> execute(SqlClient database) {
        return database.preparedQuery(SQL)
                .execute(arguments())
                .map(rows -> rows.iterator().next().getArrayOfLongs(0));
    }

    private Tuple arguments() {
        int eventCount =
                appends.stream().mapToInt(append -> append.events().size()).sum();
        int criterionCount =
                appends.stream().mapToInt(append -> append.criteria().size()).sum();
        var ofEvent = new Integer[eventCount];
        var ids = new UUID[eventCount];
        var names = new String[eventCount];
        var versions = new String[eventCount];
        var payloads = new Buffer[eventCount];
        var metadata = new Buffer[eventCount];
        var tags = new String[eventCount];
        var occurred = new OffsetDateTime[eventCount];
        var ofCriterion = new Integer[criterionCount];
        var after = new Long[criterionCount];
        var wantedTags = new String[criterionCount];
        var wantedTypes = new String[criterionCount];
        int e = 0;
        int c = 0;
        for (int i = 0; i < appends.size(); i++) {
            for (var event : appends.get(i).events()) {
                ofEvent[e] = i + 1;
                ids[e] = event.id();
                names[e] = event.name();
                versions[e] = event.version();
                payloads[e] = Buffer.buffer(event.payload());
                metadata[e] = Buffer.buffer(event.metadata());
                tags[e] = event.tags();
                occurred[e++] = event.occurredAt();
            }
            for (var criterion : appends.get(i).criteria()) {
                ofCriterion[c] = i + 1;
                after[c] = criterion.after();
                wantedTags[c] = criterion.tags();
                wantedTypes[c++] = criterion.types();
            }
        }
        var decidedOn = appends.stream()
                .map(PendingAppend::decidedOn)
                .filter(place -> place.position() > 0)
                .distinct()
                .toList();
        return Tuple.tuple()
                .addValue(writer)
                .addValue(number)
                .addValue(appends.size())
                .addValue(ofEvent)
                .addValue(ids)
                .addValue(names)
                .addValue(versions)
                .addValue(payloads)
                .addValue(metadata)
                .addValue(tags)
                .addValue(occurred)
                .addValue(ofCriterion)
                .addValue(after)
                .addValue(wantedTags)
                .addValue(wantedTypes)
                .addValue(decidedOn.stream().map(LogPosition::position).toArray(Long[]::new))
                .addValue(decidedOn.stream().map(LogPosition::id).toArray(UUID[]::new));
    }
}
