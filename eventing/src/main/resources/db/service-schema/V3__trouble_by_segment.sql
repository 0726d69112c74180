-- A batch that failed as a whole is the trouble of its segment: what another segment handles does not settle it.

alter table failed_event add column segment int;
comment on column failed_event.segment is 'To which segment the event belonged when it failed last; null where that is not known.';

create table failed_batch (
    processor  text not null,
    segment    int  not null,
    attempts   int  not null,
    last_error text not null,
    last_at    timestamptz not null default clock_timestamp(),
    primary key (processor, segment),
    foreign key (processor, segment) references processor_token on delete cascade
);
comment on table failed_batch is 'Segments whose last batch failed as a whole: until one succeeds, its events are tried one by one.';

-- So it stood for all segments of a processor before. Where it still holds, it is counted again.
delete from failed_event where position = 0;
