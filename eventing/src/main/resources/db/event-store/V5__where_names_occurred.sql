-- What was recorded before names were noted; what is recorded from here on notes itself. Read once, from the beginning to the
-- end: some ten seconds for ten million events. The newest come last, so that nobody who appends waits for more than a moment.
insert into occurrence
select name, chunk from (select distinct name, position / 1000 as chunk from event) noted
order by chunk
on conflict do nothing;
