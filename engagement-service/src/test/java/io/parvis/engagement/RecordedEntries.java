package io.parvis.engagement;

import io.parvis.eventing.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Entries by the thousand, put into the log as the service would have recorded them. */
final class RecordedEntries {

    private RecordedEntries() {}

    static void record(String brandId, String contestId, int entries) throws SQLException {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // What the append function takes: nobody else gets one of these positions.
            statement.execute("select pg_advisory_xact_lock(5030129464121450822)");
            statement.execute("""
                    with head as (select coalesce(max(position), 0) as position from event_store.event),
                    recorded as (
                      insert into event_store.event
                      select head.position + n, gen_random_uuid(), 'engagement.ContestEntered', '2',
                        convert_to(json_build_object('entryId', gen_random_uuid(), 'contestId', '%1$s', 'brandId', '%2$s',
                          'fanId', md5(n::text), 'rulesVersion', 1, 'enteredAt', '2026-02-01T00:00:00Z',
                          'fanPseudonym', encode(sha256(convert_to('%1$s' || n, 'UTF8')), 'hex'),
                          'salt', encode(sha256(convert_to(n || '%1$s', 'UTF8')), 'hex'))::text, 'UTF8'),
                        '{"correlationId":"seed","causationId":"seed"}'::bytea,
                        array['entry=%1$s/' || md5(n::text), 'contest=%1$s'], clock_timestamp(), clock_timestamp()
                      from head, generate_series(1, %3$d) n returning position, tags)
                    insert into event_store.tag select unnest(tags), position from recorded""".formatted(contestId, brandId, entries));
            owner.commit();
        }
    }
}
