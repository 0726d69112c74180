-- Which key of a ring made a row. Null where it was made before keys had ids: by one of the keys of the ring.

alter table fan_key add column key_id text;
comment on column fan_key.key_id is 'The key of the deployment under which this one is encrypted.';
alter table blind_index add column key_id text;
comment on column blind_index.key_id is
    'The key under which the hash was made. While keys are changed a name stands here under each of them, with one id.';

create table key_used (ring text, key_id text, primary key (ring, key_id));
comment on table key_used is 'Keys that rows may need: what a ring is compared with at a start, without reading all rows.';

-- As prepare(text, bytea, bytea[], text[]), which the release before calls, for names that stand in the index under
-- several keys. Each hash of p_hashes belongs to the name with that number in p_names (from 1) and to the key in p_keys;
-- p_fresh has an id for each name. A name that stands under one of its keys already gets the same id under the others:
-- whichever keys two processes know, they give one name one id as long as they have one key in common.
create function prepare(p_fan text, p_wrapped bytea, p_wrapping_key text, p_names int[], p_hashes bytea[],
                        p_keys text[], p_fresh text[], out wrapped bytea, out wrapping_key text, out index_ids text[])
language plpgsql volatile
set search_path from current
as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into fan_key as k values (bucket_of(p_fan), p_fan, p_wrapped, now(), p_wrapping_key)
        on conflict do nothing returning k.wrapped, k.key_id into wrapped, wrapping_key;
    if wrapped is null then
        select k.wrapped, k.key_id into wrapped, wrapping_key
        from fan_key k where k.bucket = bucket_of(p_fan) and k.fan_id = p_fan;
    end if;
    loop
        -- In the order of the hashes, so that no two wait for each other.
        insert into blind_index
            select get_byte(n.hash, 0) & 63, n.hash, p_fresh[n.name], now(), n.key
            from unnest(p_names, p_hashes, p_keys) as n (name, hash, key) order by n.hash
            on conflict do nothing;
        -- An erasure waits for whoever holds these rows, and takes away what was added beside them.
        perform from blind_index b join unnest(p_hashes) as n (hash)
            on b.bucket = (get_byte(n.hash, 0) & 63) and b.hash = n.hash
            order by b.hash for key share of b;
        -- The id that was there before ours; under the first of its keys, should there be two.
        select array_agg(coalesce(known.id, p_fresh[wanted.name]) order by wanted.name) into index_ids
        from generate_subscripts(p_fresh, 1) as wanted (name)
        left join lateral (
            select b.index_id as id
            from unnest(p_names, p_hashes) with ordinality as n (name, hash, place)
            join blind_index b on b.bucket = (get_byte(n.hash, 0) & 63) and b.hash = n.hash
            where n.name = wanted.name and b.index_id <> p_fresh[wanted.name]
            order by n.place limit 1) known on true;
        update blind_index b set index_id = index_ids[n.name]
            from unnest(p_names, p_hashes) as n (name, hash)
            where b.bucket = (get_byte(n.hash, 0) & 63) and b.hash = n.hash
              and b.index_id = p_fresh[n.name] and b.index_id <> index_ids[n.name];
        update blind_index b set used_at = now()
            from unnest(p_hashes) as n (hash)
            where b.bucket = (get_byte(n.hash, 0) & 63) and b.hash = n.hash and b.used_at < now() - interval '1 hour';
        -- One that was erased between the two is made anew.
        exit when (select count(*) from unnest(p_hashes) as n (hash) join blind_index b
                   on b.bucket = (get_byte(n.hash, 0) & 63) and b.hash = n.hash) = cardinality(p_hashes);
    end loop;
    index_ids := coalesce(index_ids, '{}');
end $$;

-- A name that stands under one key, under another as well; nothing where the first has gone meanwhile.
create function also_under(p_hash bytea, p_key text, p_other_hash bytea, p_other_key text) returns void
language plpgsql volatile
set search_path from current
as $$
declare
    known blind_index;
begin
    select * into known from blind_index b
        where b.bucket = (get_byte(p_hash, 0) & 63) and b.hash = p_hash for key share;
    if not found then
        return;
    end if;
    insert into blind_index as b
        values (get_byte(p_other_hash, 0) & 63, p_other_hash, known.index_id, known.used_at, p_other_key)
        on conflict (bucket, hash) do update set key_id = excluded.key_id
            where b.index_id = excluded.index_id and b.key_id is distinct from excluded.key_id;
    update blind_index b set key_id = p_key
        where b.bucket = (get_byte(p_hash, 0) & 63) and b.hash = p_hash and b.key_id is null;
end $$;

-- As before, and what a name was given under another key while this waited for it.
create or replace function apply_erasures(p_fan text) returns int
language plpgsql volatile
set search_path from current
as $$
declare
    destroyed int;
    gone_ids  text[];
begin
    select array_agg(distinct id) into gone_ids
    from (select jsonb_array_elements_text(coalesce(e.payload -> 'indexes', e.payload -> 'releasedIndexes')) as id
          from event_store.tag t join event_store.readable_event e using (position)
          where t.tag = any (case when p_fan is null then array['erasure=fan', 'erasure=index'] else array['fan=' || p_fan] end)
            and e.name in ('engagement.FanErased', 'engagement.FanContactChanged')) erased;
    -- Whoever holds one of them for another key comes first: the next statement sees what they added.
    perform from blind_index b where b.index_id = any (gone_ids) order by b.hash for update;
    with erased as materialized (
        select e.payload ->> 'fanId' as fan_id
        from event_store.tag t join event_store.readable_event e using (position)
        where t.tag = any (case when p_fan is null then array['erasure=fan'] else array['fan=' || p_fan] end)
          and e.name = 'engagement.FanErased'),
    keys as (
        delete from fan_key k using erased e
        where k.bucket = bucket_of(e.fan_id) and k.fan_id = e.fan_id
        returning k.tableoid::regclass::text as leaf),
    entries as (
        delete from blind_index b where b.index_id = any (gone_ids)
        returning b.tableoid::regclass::text as leaf),
    gone as (select leaf from keys union all select leaf from entries),
    noted as (insert into leaf_to_rewrite select distinct leaf from gone on conflict do nothing)
    select count(*) into destroyed from gone;
    return destroyed;
end $$;

insert into key_used select 'fan-keys', '' where exists (select from fan_key);
insert into key_used select 'blind-index', '' where exists (select from blind_index);
