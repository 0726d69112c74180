-- Where events of a name stand, for those who look for what is rare: a row for each name and each thousand positions, made
-- with the first event of that name there. Without it they read all that lies between, on every start.

-- Where somebody holds on to the tables (a dump), this fails soon and is tried again later: nobody appends meanwhile.
set local lock_timeout = '5s';

create table occurrence (
    name  text collate "C" not null,
    chunk bigint           not null,
    primary key (name, chunk)
);
comment on table occurrence is 'In which chunks events of a name stand: an event at a position stands in chunk position / 1000.';

create function note_occurrences() returns trigger language plpgsql
set search_path = event_store, pg_temp
as $$ begin
    insert into occurrence select distinct name, position / 1000 from recorded on conflict do nothing;
    return null;
end $$;
revoke all on function note_occurrences from public;
create trigger note_occurrences after insert on event
    referencing new table as recorded for each statement execute function note_occurrences();
-- Whoever writes rows by hand, with triggers off, would else hide them from those who look.
alter table event enable always trigger note_occurrences;

-- A position between which and "after" there is no event of these names, as far on as can be told at once; the head where
-- none comes any more. Head and answer must be of one snapshot, and so of one statement.
create function before_next(names text[], after bigint, head bigint) returns bigint
language plpgsql stable
as $$
declare
    next bigint := (
        select min(o.chunk) from unnest(names) as n(name)
        cross join lateral (
            select chunk from event_store.occurrence where name = n.name and chunk >= (after + 1) / 1000
            order by chunk limit 1) o);
begin
    return case when next is null then head else greatest(after, next * 1000 - 1) end;
end $$;
revoke all on function before_next from public;

grant select on occurrence to event_store_client;
grant execute on function before_next to event_store_client;
