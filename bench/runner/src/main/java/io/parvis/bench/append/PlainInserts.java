package io.parvis.bench.append;

import io.parvis.eventing.event.EventJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The same rows without any promise: one autocommit statement each, through the same pool, no condition, no order. */
final class PlainInserts {

    static final String TABLES = """
            create table bench.plain_event (
                position bigint generated always as identity primary key,
                id uuid not null, name text not null, version text not null, payload bytea not null,
                metadata bytea not null, tags text[] not null, occurred_at timestamptz not null,
                recorded_at timestamptz not null default clock_timestamp());
            create index on bench.plain_event using brin (recorded_at);
            create index on bench.plain_event using brin (occurred_at);
            create table bench.plain_tag (tag text collate "C" not null, position bigint not null,
                primary key (tag, position));
            grant all on all tables in schema bench to bench;
            """;

    static final String INSERT = """
            with recorded as (
              insert into bench.plain_event (id, name, version, payload, metadata, tags, occurred_at)
              values ($1, $2, $3, $4, $5, $6, $7) returning position)
            insert into bench.plain_tag select unnest($6::text[]), position from recorded""";

    private final Pool pool;

    PlainInserts(Pool pool) {
        this.pool = pool;
    }

    CompletionStage<?> insert(int client) {
        var fan = UUID.randomUUID().toString();
        var tags = SampleEvents.tags(fan).stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .sorted()
                .toArray(String[]::new);
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(UUID.randomUUID(), SampleEvents.TYPE.name(), "1", json(SampleEvents.entry(fan)))
                        .addValue(json(SampleEvents.metadata()))
                        .addValue(tags)
                        .addValue(OffsetDateTime.now(ZoneOffset.UTC)))
                .toCompletionStage();
    }

    private static Buffer json(Object value) {
        try {
            return Buffer.buffer(EventJson.mapper().writeValueAsBytes(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
