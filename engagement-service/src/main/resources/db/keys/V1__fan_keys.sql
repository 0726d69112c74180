-- What makes fans' personal data readable, apart from the data itself: back it up apart, and briefly.
--
-- Both tables are cut into small leaves, since what is deleted from a table stays in its file: an erased fan's leaf is
-- written anew without the fan (see rewrite), and a small one is written in a moment.

create table fan_key (
    bucket  smallint    not null,
    fan_id  text        not null,
    wrapped bytea       not null,
    made_at timestamptz not null,
    primary key (bucket, fan_id)
) partition by list (bucket);
comment on column fan_key.wrapped is 'The fan''s key, encrypted under the deployment''s, which no database ever sees.';

create table blind_index (
    bucket   smallint    not null,
    hash     bytea       not null,
    index_id text        not null,
    used_at  timestamptz not null,
    primary key (bucket, hash)
) partition by list (bucket);
comment on table blind_index is
    'From what names a person, under a keyed hash, to an id of pure chance: the log, which cannot forget, has the id only.';
create index blind_index_id on blind_index (index_id);

create table leaf_to_rewrite (leaf text primary key);
comment on table leaf_to_rewrite is 'Leaves from which something was destroyed and whose files still have it.';

create table swept (until timestamptz not null);
insert into swept values ('-infinity');

do $$ begin
    for bucket in 0..63 loop
        execute format('create table fan_key_%s partition of fan_key for values in (%1$s)', bucket);
        execute format('create table blind_index_%s partition of blind_index for values in (%1$s)', bucket);
    end loop;
end $$;

create function bucket_of(id text) returns smallint language sql immutable parallel safe
    return (get_byte(sha256(convert_to(id, 'UTF8')), 0) & 63)::smallint;

-- A key for a fan that has none yet, and for each hash the id that stands for it: the one that is there, or the fresh
-- one. Two who come at once with the same hash are given the same id, so that the event store can refuse one of them.
--
-- The commit does not wait for the disk: the event that needs these rows is recorded after them in the same log, and
-- its own commit does wait.
create function prepare(p_fan text, p_wrapped bytea, p_hashes bytea[], p_fresh text[],
                        out wrapped bytea, out index_ids text[])
language plpgsql volatile
set search_path from current
as $$
declare
    known text;
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into fan_key as k values (bucket_of(p_fan), p_fan, p_wrapped, now())
        on conflict do nothing returning k.wrapped into wrapped;
    if wrapped is null then
        select k.wrapped into wrapped from fan_key k where k.bucket = bucket_of(p_fan) and k.fan_id = p_fan;
    end if;
    index_ids := '{}';
    for i in 1..cardinality(p_hashes) loop
        loop
            insert into blind_index as b values (get_byte(p_hashes[i], 0) & 63, p_hashes[i], p_fresh[i], now())
                on conflict do nothing returning b.index_id into known;
            exit when known is not null;
            select b.index_id into known from blind_index b
                where b.bucket = get_byte(p_hashes[i], 0) & 63 and b.hash = p_hashes[i];
            if known is not null then
                update blind_index b set used_at = now()
                    where b.bucket = get_byte(p_hashes[i], 0) & 63 and b.hash = p_hashes[i]
                      and b.used_at < now() - interval '1 hour';
                exit;
            end if;
        end loop;
        index_ids := index_ids || known;
        known := null;
    end loop;
end $$;

-- Does to these tables what the log says of a fan, or of all where null: an erased fan has no key, and neither it nor
-- a mailbox that was given up is in the index. However often; an older backup may have brought back what had been
-- destroyed. Returns how many rows that were.
create function apply_erasures(p_fan text) returns int
language plpgsql volatile
set search_path from current
as $$
declare
    destroyed int;
begin
    with erased as materialized (
        select e.payload ->> 'fanId' as fan_id, e.name, coalesce(e.payload -> 'indexes', e.payload -> 'releasedIndexes') as ids
        from event_store.tag t join event_store.readable_event e using (position)
        where t.tag = any (case when p_fan is null then array['erasure=fan', 'erasure=index'] else array['fan=' || p_fan] end)
          and e.name in ('engagement.FanErased', 'engagement.FanContactChanged')),
    keys as (
        delete from fan_key k using erased e
        where e.name = 'engagement.FanErased' and k.bucket = bucket_of(e.fan_id) and k.fan_id = e.fan_id
        returning k.tableoid::regclass::text as leaf),
    entries as (
        delete from blind_index b using (select distinct jsonb_array_elements_text(ids) as id from erased) e
        where b.index_id = e.id
        returning b.tableoid::regclass::text as leaf),
    gone as (select leaf from keys union all select leaf from entries),
    noted as (insert into leaf_to_rewrite select distinct leaf from gone on conflict do nothing)
    select count(*) into destroyed from gone;
    return destroyed;
end $$;

-- Writes a leaf anew with what is in it now, and lets go of its files. Vacuum would leave the bytes of what was deleted
-- in the file's free space, and vacuum full copies what an old snapshot might still see; this does neither.
create function rewrite(p_leaf text) returns void
language plpgsql volatile
set search_path from current
set lock_timeout = '2s'
as $$
declare
    keys    fan_key[];
    entries blind_index[];
begin
    execute format('lock table %I in access exclusive mode', p_leaf);
    delete from leaf_to_rewrite where leaf = p_leaf;
    if not found then
        return;
    end if;
    if starts_with(p_leaf, 'fan_key_') then
        execute format('select array_agg(x::fan_key) from %I x', p_leaf) into keys;
        execute format('truncate %I', p_leaf);
        execute format('insert into %I select * from unnest($1)', p_leaf) using keys;
    else
        execute format('select array_agg(x::blind_index) from %I x', p_leaf) into entries;
        execute format('truncate %I', p_leaf);
        execute format('insert into %I select * from unnest($1)', p_leaf) using entries;
    end if;
end $$;

-- Takes away what was prepared for a fan or a change that was then refused. A day is longer than any request lasts.
create function sweep() returns int
language plpgsql volatile
set search_path from current
as $$
declare
    began     timestamptz := now() - interval '1 day';
    since     timestamptz;
    destroyed int;
begin
    select until into since from swept for update;
    with keys as (
        delete from fan_key k where k.made_at >= since and k.made_at < began
          and not exists (select from event_store.tag t where t.tag = 'fan=' || k.fan_id)
        returning k.tableoid::regclass::text as leaf),
    entries as (
        delete from blind_index b where b.used_at >= since and b.used_at < began
          and not exists (select from event_store.tag t where t.tag = 'fan-external=' || b.index_id)
          and not exists (select from event_store.tag t where t.tag = 'fan-email=' || b.index_id)
        returning b.tableoid::regclass::text as leaf),
    gone as (select leaf from keys union all select leaf from entries),
    noted as (insert into leaf_to_rewrite select distinct leaf from gone on conflict do nothing)
    select count(*) into destroyed from gone;
    update swept set until = began;
    return destroyed;
end $$;

-- Fans of the first format have the hash itself for an id.
insert into blind_index
select get_byte(hash, 0) & 63, hash, id, now()
from (select distinct id, decode(translate(id, '-_', '+/') || '=', 'base64') as hash
      from (select substr(tag, length('fan-external=') + 1) as id from event_store.tag
            where tag >= 'fan-external=' and tag < 'fan-external>') tagged
      where length(id) = 43) known;
