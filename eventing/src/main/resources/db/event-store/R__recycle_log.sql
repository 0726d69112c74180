-- Lets go of log segments that are no longer needed, and of what was destroyed in the tables they tell of. Where
-- wal_recycle is off their files are deleted; where it is on they are used again, and overwritten in time.
create or replace function recycle_log() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_switch_wal();
    execute 'checkpoint';
end $$;
revoke all on function recycle_log from public;
-- It costs a checkpoint: for those who destroy keys, to whom it is granted by name.
revoke all on function recycle_log from event_store_client;
