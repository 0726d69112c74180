-- What is to happen at a time. A projection says what and when; whichever replica is free does it.

create table to_do (
    kind       text not null,
    subject    text not null,
    due_at     timestamptz not null,
    not_before timestamptz not null default '-infinity',
    attempts   int not null default 0,
    primary key (kind, subject)
);
create index to_do_next on to_do (greatest(due_at, not_before));
comment on column to_do.not_before is 'Taken by a replica until then, or to be tried again after it.';
