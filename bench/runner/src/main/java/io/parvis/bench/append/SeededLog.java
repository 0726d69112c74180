package io.parvis.bench.append;

import io.parvis.bench.BenchDatabase;

/** A log that is long already: entries as the product records them, each with its own boundary and its contest's tag. */
public final class SeededLog {

    private static final long AT_ONCE = 500_000;

    private SeededLog() {}

    /** Fills the log up to that many events. */
    public static void upTo(BenchDatabase database, long events) {
        for (long there = database.number("select coalesce(max(position), 0) from event_store.event");
                there < events; ) {
            long upTo = Math.min(events, there + AT_ONCE);
            database.execute("""
                    with recorded as (
                      insert into event_store.event
                      select n, gen_random_uuid(), 'bench.ContestEntered', '1',
                        convert_to(json_build_object('entryId', gen_random_uuid(), 'contestId', 'c' || n / 20000,
                          'brandId', 'b1', 'fanId', md5(n::text), 'rulesVersion', 1)::text, 'UTF8'),
                        '{"correlationId":"4bf92f3577b34da6a3ce929d0e0e4736","causationId":"seed","principal":"seed"}'::bytea,
                        array['entry=c' || n / 20000 || '/' || md5(n::text), 'contest=c' || n / 20000],
                        clock_timestamp(), clock_timestamp()
                      from generate_series(%d, %d) n returning position, tags)
                    insert into event_store.tag select unnest(tags), position from recorded""".formatted(there + 1, upTo));
            there = upTo;
            System.out.printf("  %,d events%n", there);
        }
        database.execute("vacuum analyze event_store.event, event_store.tag");
        database.execute("checkpoint");
    }

    /** As many entries again, by the name that engagement-service knows. */
    static void engagement(BenchDatabase database) {
        database.execute("""
                with head as (select max(position) as position from event_store.event),
                recorded as (
                  insert into event_store.event
                  select head.position + e.position, gen_random_uuid(), 'engagement.ContestEntered', '1', e.payload, e.metadata,
                    e.tags, clock_timestamp(), clock_timestamp()
                  from event_store.event e, head
                  where e.name = 'bench.ContestEntered' and e.position <= head.position
                  order by e.position returning position, tags)
                insert into event_store.tag select unnest(tags), position from recorded""");
        database.execute("vacuum analyze event_store.event, event_store.tag");
        database.execute("checkpoint");
    }
}
