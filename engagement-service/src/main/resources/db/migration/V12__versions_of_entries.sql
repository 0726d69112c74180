-- The version of a row is the position of the newest event of what it shows, whatever the row takes from that event.
alter table entry add column version bigint not null default 0;
update entry set version = position where reason is null;
update entry set version = (
    select max(event.position) from event_store.tag tag join event_store.event event using (position)
    where tag.tag = 'entry=' || contest_id || '/' || fan_id
      and event.name in ('engagement.ContestEntered', 'engagement.EntryInvalidated', 'engagement.EntryReinstated')
      and convert_from(event.payload, 'UTF8')::jsonb ->> 'entryId' = entry_id)
where reason is not null;

-- Sealing, revealing and the promise of a draw have made versions of a contest all along that its row did not tell.
update contest set version = greatest(version, coalesce((
    select max(tag.position) from event_store.tag tag where tag.tag = 'contest-life=' || contest_id), 0));
