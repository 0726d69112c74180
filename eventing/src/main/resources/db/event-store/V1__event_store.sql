-- The event store: one ordered, append-only log with tags. Services may read it and call append(); nobody may change
-- or remove what stands in it.

create table event (
    position    bigint      primary key,
    id          uuid        not null,
    name        text        not null,
    version     text        not null,
    payload     bytea       not null,
    metadata    bytea       not null,
    tags        text[]      not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
comment on table event is 'Every fact, in the order in which the store recorded it. Positions start at 1 and have no gaps.';
comment on column event.payload is 'JSON in UTF-8, in the format that name and version stand for.';
comment on column event.occurred_at is 'The clock of the process that decided; recorded_at is the one to go by.';
comment on column event.recorded_at is 'Stamped under the append lock; never decreases with position.';
create index event_recorded_at on event using brin (recorded_at);
create index event_occurred_at on event using brin (occurred_at);

create table tag (
    tag      text collate "C" not null,
    position bigint           not null,
    primary key (tag, position)
);
comment on table tag is 'Which events carry a tag: the index on which conditions are checked and boundaries are sourced.';

-- Each JVM numbers its batches. A batch whose answer was lost is sent again under its number and is applied once.
create table writer (
    writer   uuid        primary key,
    batch    bigint      not null,
    verdicts bigint[]    not null,
    last_at  timestamptz not null
) with (fillfactor = 50);

create table life (life uuid not null default gen_random_uuid());
create unique index only_one_life on life ((true));
insert into life default values;
comment on table life is 'Names this life of the store. A restore must begin another: see begin_life().';

create view readable_event as
select position, id, name, version, convert_from(payload, 'UTF8')::jsonb as payload,
       convert_from(metadata, 'UTF8')::jsonb as metadata, tags, occurred_at, recorded_at
from event;
comment on view readable_event is 'The log as people read it.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event store is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on event
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on tag
    for each statement execute function refuse_change();

-- Appends a batch. Per append: the position of its last event, or 0 where its condition was not met; a rejected append
-- takes no position. Arrays e_* hold one element an event, c_* one a criterion; e_append and c_append say to which
-- append (1-based, ascending) it belongs. Tags and types are PostgreSQL array literals.
--
-- Lock, then read: each statement of this function takes a fresh snapshot (READ COMMITTED, VOLATILE), so what is read
-- after the lock was granted includes everything that earlier holders committed. In one SQL statement it would not.
create function append(
    p_writer uuid, p_batch bigint, p_appends int,
    e_append int[], e_id uuid[], e_name text[], e_version text[], e_payload bytea[], e_metadata bytea[],
    e_tags text[], e_occurred timestamptz[],
    c_append int[], c_after bigint[], c_tags text[], c_types text[]
) returns bigint[]
language plpgsql volatile security definer
set search_path = event_store, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
as $$
declare
    head      bigint;
    stamp     timestamptz;
    known     record;
    verdicts  bigint[] := array_fill(0::bigint, array[p_appends]);
    conflict  boolean;
    wanted    text[];
    kinds     text[];
    accepted  boolean := false;
    c         int := 1;
    e         int := 1;
    criteria  int := cardinality(c_append);
    events    int := cardinality(e_append);
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'append must run in READ COMMITTED' using errcode = 'feature_not_supported';
    end if;
    perform pg_advisory_xact_lock(5030129464121450822);

    select w.batch, w.verdicts into known from writer w where w.writer = p_writer;
    if found and known.batch >= p_batch then
        if known.batch > p_batch then
            raise exception 'batch % of writer % came after batch %', p_batch, p_writer, known.batch
                using errcode = 'object_not_in_prerequisite_state';
        end if;
        return known.verdicts;
    end if;

    select position, recorded_at into head, stamp from event order by position desc limit 1;
    head := coalesce(head, 0);
    stamp := greatest(clock_timestamp(), stamp);

    for a in 1..p_appends loop
        conflict := false;
        while c <= criteria and c_append[c] = a loop
            if not conflict then
                wanted := c_tags[c]::text[];
                kinds := c_types[c]::text[];
                if cardinality(wanted) = 1 and cardinality(kinds) = 0 then
                    conflict := exists (select from tag t where t.tag = wanted[1] and t.position > c_after[c]);
                elsif cardinality(wanted) > 0 then
                    conflict := exists (
                        select from tag t join event x on x.position = t.position
                        where t.tag = wanted[1] and t.position > c_after[c] and x.tags @> wanted
                          and (cardinality(kinds) = 0 or x.name = any (kinds)));
                else
                    conflict := exists (
                        select from event x
                        where x.position > c_after[c] and (cardinality(kinds) = 0 or x.name = any (kinds)));
                end if;
            end if;
            c := c + 1;
        end loop;
        while e <= events and e_append[e] = a loop
            if not conflict then
                head := head + 1;
                wanted := e_tags[e]::text[];
                insert into event values
                    (head, e_id[e], e_name[e], e_version[e], e_payload[e], e_metadata[e], wanted, e_occurred[e], stamp);
                insert into tag select unnest(wanted), head;
                verdicts[a] := head;
                accepted := true;
            end if;
            e := e + 1;
        end loop;
    end loop;

    insert into writer values (p_writer, p_batch, verdicts, stamp)
    on conflict (writer) do update set batch = excluded.batch, verdicts = excluded.verdicts, last_at = excluded.last_at;
    if p_batch = 1 then
        delete from writer where last_at < stamp - interval '1 day';
    end if;
    if accepted then
        perform pg_notify('event_store', head::text);
    end if;
    return verdicts;
end $$;

-- Positions of one life mean nothing in another. Operators call this after a restore, before anything is served.
create function begin_life() returns uuid language sql as $$
    update life set life = gen_random_uuid() returning life;
$$;

do $$ begin
    if not exists (select from pg_roles where rolname = 'event_store_client') then
        create role event_store_client nologin;
    end if;
end $$;
revoke all on all functions in schema event_store from public;
grant usage on schema event_store to event_store_client;
grant select on event, tag, life, readable_event to event_store_client;
grant execute on function append to event_store_client;
