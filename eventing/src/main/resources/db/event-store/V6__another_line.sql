-- A log that has become shorter (a failover to a replica that lacked the end, a crash that lost what was not flushed) goes on
-- as another line. What processes and callers remember of the dead one must meet nothing of the new one.

-- Where somebody holds on to the tables (a dump), this fails soon and is tried again later: nobody appends meanwhile.
set local lock_timeout = '5s';

-- Whatever is under way ends before its function changes.
select pg_advisory_xact_lock(5030129464121450822);

-- As before, and: an append names the places that its decisions were made on, each by its position and the id of the
-- event there (m_*), once a batch. Who names none, as the release before this one, is held to the head alone.
drop function append(
    uuid, bigint, int, int[], uuid[], text[], text[], bytea[], bytea[], text[], timestamptz[],
    int[], bigint[], text[], text[]);
create function append(
    p_writer uuid, p_batch bigint, p_appends int,
    e_append int[], e_id uuid[], e_name text[], e_version text[], e_payload bytea[], e_metadata bytea[],
    e_tags text[], e_occurred timestamptz[],
    c_append int[], c_after bigint[], c_tags text[], c_types text[],
    m_position bigint[] default '{}', m_id uuid[] default '{}'
) returns bigint[]
language plpgsql volatile security definer
set search_path = event_store, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_mergejoin = off
set enable_hashjoin = on
set lock_timeout = '6s'
as $$
declare
    head       bigint;
    clock      timestamptz;
    stamp      timestamptz;
    known      record;
    own        text[];
    verdicts   bigint[] := array_fill(0::bigint, array[p_appends]);
    positions  bigint[] := array_fill(null::bigint, array[cardinality(e_append)]);
    depends_on int[] := array_fill(0, array[p_appends]);
    pair       record;
    dead       bigint[];
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
    own := array(select w.names from namespace w where w.role = session_user);
    if exists (select from unnest(e_name) as n(name) where not n.name like any (own)) then
        raise exception '% may not record events of these names: %', session_user,
                (select string_agg(distinct n.name, ', ') from unnest(e_name) as n(name) where not n.name like any (own))
            using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(5030129464121450822);

    -- The newest first: rows of batches before it may be dead and still in the way of whoever walks past them.
    select b.batch, b.verdicts into known from batch b where b.writer = p_writer order by b.batch desc limit 1;
    if found and known.batch >= p_batch then
        if known.batch > p_batch then
            raise exception 'batch % of writer % came after batch %', p_batch, p_writer, known.batch
                using errcode = 'object_not_in_prerequisite_state';
        end if;
        return known.verdicts;
    end if;

    select position, recorded_at into head, stamp from event order by position desc limit 1;
    head := coalesce(head, 0);
    clock := clock_timestamp();
    if clock > believable(clock, stamp, e_occurred) then
        if p_batch % 100 = 1 then
            raise warning 'the clock of this database (%) is far ahead of that of % and is not believed', clock, session_user;
        end if;
        clock := believable(clock, stamp, e_occurred);
    end if;
    stamp := greatest(clock, stamp);

    -- What was decided on a line of the log that is no more (a failover came between): on more than there is, or on an
    -- event that is another by now. Whatever was decided on such a place is refused, as if it had been overtaken.
    dead := array(
        select d.position
        from unnest(case when m_position = '{}' then c_after else m_position end, m_id) as d(position, id)
        where d.position > head
           or (d.id is not null and d.id is distinct from (select x.id from event x where x.position = d.position)));

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
            where c.after = any (dead) or case when cardinality(c.tags) > 0 then
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

    insert into batch values (p_writer, p_batch, verdicts, stamp);
    if known.batch is not null then
        delete from batch where writer = p_writer and batch = known.batch;
    end if;
    if p_batch = 1 then
        -- Also those that are said to be a day old must be many, or a clock that jumps would make living ones forgotten.
        delete from batch where last_at < stamp - interval '1 day'
          and last_at < (select last_at from batch order by last_at desc offset 1000 limit 1);
    end if;
    if accepted then
        perform pg_notify('event_store', head::text);
    end if;
    return verdicts;
end $$;

revoke all on function append from public;
grant execute on function append to event_store_client;

-- Whoever misses an event that it knew of a life ends that life, once, however many miss something: positions of the dead
-- line stand in cursors, ETags and marks that callers hold. Nothing is ended in which the event is still there.
create function end_life(p_life uuid, p_position bigint, p_id uuid) returns uuid
language plpgsql volatile security definer
set search_path = event_store, pg_temp
set lock_timeout = '6s'
as $$
begin
    update life set life = gen_random_uuid()
    where life = p_life
      and p_id is not null and not exists (select from event where position = p_position and id = p_id);
    if found then
        raise warning 'the log is shorter than % knew: event % is not there; another life of the store begins',
            session_user, p_position;
        perform pg_notify('event_store', 'life');
    end if;
    return (select life from life);
end $$;
revoke all on function end_life from public;
grant execute on function end_life to event_store_client;

-- After a restore, as before; and those who run meanwhile are told.
create or replace function begin_life() returns uuid language sql
set search_path = event_store, pg_temp
as $$
    select pg_notify('event_store', 'life');
    update life set life = gen_random_uuid() returning life;
$$;
