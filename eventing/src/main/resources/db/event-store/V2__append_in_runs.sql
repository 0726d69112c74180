-- The same contract as before, at half the cost: conditions are judged and events recorded by the run instead of
-- one by one. A run is a stretch of appends of which none can meet what an earlier one of the same run records.
create or replace function append(
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
set enable_mergejoin = off
set enable_hashjoin = on
as $$
declare
    head       bigint;
    stamp      timestamptz;
    known      record;
    verdicts   bigint[] := array_fill(0::bigint, array[p_appends]);
    positions  bigint[] := array_fill(null::bigint, array[cardinality(e_append)]);
    depends_on int[] := array_fill(0, array[p_appends]);
    pair       record;
    refused    int[];
    accepted   boolean := false;
    first      int := 1;
    last       int;
    e          int := 1;
    run_began  int;
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

    -- Whom an append may meet within the batch, told by the leading tag alone: one too many only makes runs shorter.
    if p_appends > 1 then
        for pair in
            select c.append, max(x.append) as earlier
            from (select append, (tags::text[])[1] as tag from unnest(c_append, c_tags) as c(append, tags)) c
            join (select append, unnest(tags::text[]) as tag from unnest(e_append, e_tags) as x(append, tags)) x
              on x.tag = c.tag and x.append < c.append
            group by c.append
            union all
            select append, append - 1 from unnest(c_append, c_tags) as c(append, tags) where tags = '{}'
        loop
            depends_on[pair.append] := greatest(depends_on[pair.append], pair.earlier);
        end loop;
    end if;

    while first <= p_appends loop
        last := first;
        while last < p_appends and depends_on[last + 1] < first loop
            last := last + 1;
        end loop;

        refused := array(
            select c.append
            from (select append, after, tags::text[] as tags, types::text[] as types
                  from unnest(c_append, c_after, c_tags, c_types) as c(append, after, tags, types)
                  where append between first and last offset 0) c
            where case when cardinality(c.tags) > 0 then
                exists (select from tag t where t.tag = c.tags[1] and t.position > c.after
                  and (cardinality(c.tags) = 1 and cardinality(c.types) = 0
                    or exists (select from event x where x.position = t.position and x.tags @> c.tags
                         and (cardinality(c.types) = 0 or x.name = any (c.types)))))
              else
                exists (select from event x where x.position > c.after
                  and (cardinality(c.types) = 0 or x.name = any (c.types)))
              end);

        run_began := e;
        while e <= cardinality(e_append) and e_append[e] <= last loop
            if not e_append[e] = any (refused) then
                head := head + 1;
                positions[e] := head;
                verdicts[e_append[e]] := head;
                accepted := true;
            end if;
            e := e + 1;
        end loop;
        with recorded as (
            insert into event
            select n.position, n.id, n.name, n.version, n.payload, n.metadata, n.tags::text[], n.occurred, stamp
            from unnest(positions, e_id, e_name, e_version, e_payload, e_metadata, e_tags, e_occurred) with ordinality
              as n(position, id, name, version, payload, metadata, tags, occurred, place)
            where n.position is not null and n.place between run_began and e - 1
            returning position, tags)
        insert into tag select unnest(tags), position from recorded;
        first := last + 1;
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
