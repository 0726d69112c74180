-- Whoever misses an event that it knew of a life ends that life, once, however many miss something: positions of the dead
-- line stand in cursors, ETags and marks that callers hold. Nothing is ended in which the event is still there.
--
-- Whether an event that is missing ever was, nobody can say any more. So it is kept who said so, and a role is believed
-- thirty times in thirty minutes: no log becomes shorter as often, and by a service that is wrong, or means harm, the others
-- lose their cursors once a minute and not all the time. The operator sees here whom to stop.
create table if not exists life_end (
    ended_at timestamptz not null default clock_timestamp(),
    role     name        not null,
    life     uuid        not null,
    position bigint      not null,
    event    uuid        not null
);
comment on table life_end is 'Who ended which life of the store, and the event that it missed.';
create index if not exists life_end_by_role on life_end (role, ended_at);

create or replace function end_life(p_life uuid, p_position bigint, p_id uuid) returns uuid
language plpgsql volatile security definer
set search_path = event_store, pg_temp
set lock_timeout = '6s'
as $$
declare
    another uuid := gen_random_uuid();
begin
    if p_position is null or p_id is null
       or exists (select from event where position = p_position and id = p_id) then
        return (select life from life);
    end if;
    -- One after the other: who comes second finds that the life is over.
    perform from life where life = p_life for update;
    if not found then
        return (select life from life);
    end if;
    if (select count(*) from life_end
        where role = session_user and ended_at > clock_timestamp() - interval '30 minutes') >= 30 then
        raise warning '% has ended 30 lives of the store in 30 minutes and ends no other now: it misses event % at %',
            session_user, p_id, p_position;
        return p_life;
    end if;
    update life set life = another;
    insert into life_end values (default, session_user, p_life, p_position, p_id);
    raise warning 'the log is shorter than % knew: event % is not there; another life of the store begins',
        session_user, p_position;
    perform pg_notify('event_store', 'life');
    return another;
end $$;
revoke all on function end_life from public;
grant execute on function end_life to event_store_client;
