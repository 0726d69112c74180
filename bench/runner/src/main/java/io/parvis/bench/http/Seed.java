package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;

/** What must be there before anybody enters: a brand, contests that are open, fans. For everybody the same. */
final class Seed {

    static final String BRAND = "b1";
    static final int FANS = 20_000;
    static final int CONTESTS = 500;

    private static final String RULES = """
            {"name":"Win a bicycle","mechanic":"draw","opensAt":"2026-01-01T00:00:00Z","closesAt":"2036-01-01T00:00:00Z",\
            "timeZone":"Europe/Paris","officialRules":"One bicycle is drawn among all who entered.",\
            "prizes":[{"name":"Bicycle","quantity":1}]}""";

    private Seed() {}

    static String contestOf(long pair) {
        return "c" + pair / FANS;
    }

    static String fanOf(long pair) {
        return "f" + pair % FANS;
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
        record(
                database,
                "engagement.ContestDrafted",
                "1",
                "generate_series(0, %d) n".formatted(CONTESTS - 1),
                "json_build_object('contestId', 'c' || n, 'brandId', '%s', 'rules', '%s'::json)"
                        .formatted(BRAND, RULES),
                "array['contest-life=c' || n, 'contest=c' || n, 'brand=%s']".formatted(BRAND));
        record(
                database,
                "engagement.DrawCommitted",
                "1",
                "generate_series(0, %d) n".formatted(CONTESTS - 1),
                """
                json_build_object('contestId', 'c' || n, 'brandId', '%s', 'seedCommitment',
                  encode(sha256(convert_to('seed ' || n, 'UTF8')), 'hex'), 'sealedSeed', 'AQ==')""".formatted(BRAND),
                "array['contest-life=c' || n, 'contest=c' || n]");
        record(
                database,
                "engagement.ContestPublished",
                "1",
                "generate_series(0, %d) n".formatted(CONTESTS - 1),
                """
                json_build_object('contestId', 'c' || n, 'brandId', '%s', 'name', 'Win a bicycle', 'rulesVersion', 1,
                  'opensAt', '2026-01-01T00:00:00Z', 'closesAt', '2036-01-01T00:00:00Z', 'timeZone', 'Europe/Paris',
                  'officialRulesSha256',
                  encode(sha256(convert_to('rules', 'UTF8')), 'hex'))""".formatted(BRAND),
                "array['contest-life=c' || n, 'contest=c' || n, 'brand=%s']".formatted(BRAND));
        record(
                database,
                "engagement.FanRegistered",
                "1",
                "generate_series(0, %d) n".formatted(FANS - 1),
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
