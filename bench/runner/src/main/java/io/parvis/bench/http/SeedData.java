package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;

/** What must be there before anybody enters: a brand, contests that are open, fans. For everybody the same. */
final class SeedData {

    static final String BRAND = "b1";
    static final int FANS = 20_000;
    static final int CONTESTS = 500;

    private static final String RULES = """
            {"name":"Win a bicycle","mechanic":"draw","opensAt":"2026-01-01T00:00:00Z","closesAt":"2036-01-01T00:00:00Z",\
            "timeZone":"Europe/Paris","officialRules":"One bicycle is drawn among all who entered.",\
            "prizes":[{"name":"Bicycle","quantity":1}]%s}""";

    private SeedData() {}

    static String contestOf(long pair) {
        return "c" + pair / FANS;
    }

    /** As the services would have recorded it; the log is only added to. */
    static void events(BenchDatabase database) {
        record(
                database,
                "presence.BrandRegistered",
                "1",
                "generate_series(1, 1) n",
                """
                json_build_object('brandId', '%s', 'slug', 'velo-club', 'name', 'Velo Club', 'timeZone', 'Europe/Paris',
                  'languages', array['fr'])""".formatted(BRAND),
                "array['brand-life=%1$s', 'brand-slug=velo-club', 'brand=%1$s']".formatted(BRAND));
        contests(database, "'c' || generate_series(0, %d)".formatted(CONTESTS - 1), "");
        fans(database, 0, FANS);
    }

    /**
     * Contests that are open.
     *
     * @param ids an SQL expression
     * @param moreRules members of JSON, each with a comma before it
     */
    static void contests(BenchDatabase database, String ids, String moreRules) {
        var source = "(select %s as n) c".formatted(ids);
        record(
                database,
                "engagement.ContestDrafted",
                "1",
                source,
                "json_build_object('contestId', n, 'brandId', '%s', 'rules', '%s'::json)"
                        .formatted(BRAND, RULES.formatted(moreRules)),
                "array['contest-life=' || n, 'contest=' || n, 'brand=%s']".formatted(BRAND));
        record(
                database,
                "engagement.DrawCommitted",
                "1",
                source,
                """
                json_build_object('contestId', n, 'brandId', '%s', 'seedCommitment',
                  encode(sha256(convert_to('seed ' || n, 'UTF8')), 'hex'), 'sealedSeed', 'AQ==')""".formatted(BRAND),
                "array['contest-life=' || n, 'contest=' || n]");
        record(
                database,
                "engagement.ContestPublished",
                "1",
                source,
                """
                json_build_object('contestId', n, 'brandId', '%s', 'name', 'Win a bicycle', 'rulesVersion', 1,
                  'opensAt', '2026-01-01T00:00:00Z', 'closesAt', '2036-01-01T00:00:00Z', 'timeZone', 'Europe/Paris',
                  'officialRulesSha256',
                  encode(sha256(convert_to('rules', 'UTF8')), 'hex'))""".formatted(BRAND),
                "array['contest-life=' || n, 'contest=' || n, 'brand=%s']".formatted(BRAND));
    }

    /** Entries of that many others to each of the contests, as the service would have recorded them. */
    static void entries(BenchDatabase database, String contests, int each) {
        record(
                database,
                "engagement.ContestEntered",
                "2",
                "(select %s as c) contest, generate_series(1, %d) n".formatted(contests, each),
                """
                json_build_object('entryId', gen_random_uuid(), 'contestId', c, 'brandId', '%s',
                  'fanId', md5(n::text), 'rulesVersion', 1, 'enteredAt', '2026-02-01T00:00:00Z',
                  'fanPseudonym', encode(sha256(convert_to(c || n, 'UTF8')), 'hex'),
                  'salt', encode(sha256(convert_to(n || c, 'UTF8')), 'hex'))""".formatted(BRAND),
                "array['entry=' || c || '/' || md5(n::text), 'contest=' || c]");
        database.execute("vacuum analyze event_store.event, event_store.tag");
        database.execute("checkpoint");
    }

    /** Fans f0, f1 and so on. */
    static void fans(BenchDatabase database, int from, int upTo) {
        record(
                database,
                "engagement.FanRegistered",
                "1",
                "generate_series(%d, %d) n".formatted(from, upTo - 1),
                """
                json_build_object('fanId', 'f' || n, 'brandId', '%s', 'country', 'FR', 'consents', '[]'::json)""".formatted(BRAND),
                "array['fan=f' || n, 'brand=%s']".formatted(BRAND));
    }

    static void record(
            BenchDatabase database, String name, String version, String source, String payload, String tags) {
        database.execute("""
                with head as (select coalesce(max(position), 0) as position from event_store.event),
                recorded as (
                  insert into event_store.event
                  select head.position + row_number() over (order by n), gen_random_uuid(), '%s', '%s',
                    convert_to((%s)::text, 'UTF8'),
                    '{"correlationId":"seed","causationId":"seed","principal":"seed"}'::bytea,
                    %s, clock_timestamp(), clock_timestamp()
                  from %s, head returning position, tags)
                insert into event_store.tag select unnest(tags), position from recorded""".formatted(name, version, payload, tags, source));
    }

    /** The same for the peers, in tables of the kind that their authors would make. */
    static void tables(BenchDatabase database) {
        database.execute("""
                create table bench.bare_entry (entry_id text primary key, contest_id text not null, fan_id text not null,
                  entered_at timestamptz not null default now());
                create table bench.contest (contest_id text primary key, brand_id text not null, opens_at timestamptz,
                  closes_at timestamptz, rules_version int not null, countries text[] not null,
                  excluded_fan_ids text[] not null);
                create table bench.fan (fan_id text primary key, brand_id text not null, country text not null);
                create table bench.entry (entry_id text primary key, contest_id text not null, fan_id text not null,
                  rules_version int not null, entered_at timestamptz not null, unique (contest_id, fan_id));
                insert into bench.contest select 'c' || n, '%s', '2026-01-01', '2036-01-01', 1, '{}', '{}'
                  from generate_series(0, %d) n;
                insert into bench.fan select 'f' || n, '%s', 'FR' from generate_series(0, %d) n;
                grant all on all tables in schema bench to bench;
                analyze;
                """.formatted(BRAND, CONTESTS - 1, BRAND, FANS - 1));
    }
}
