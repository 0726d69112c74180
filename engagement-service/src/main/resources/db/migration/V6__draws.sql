create table winner (
    winner_id  text primary key,
    contest_id text not null,
    rank       int  not null,
    prize      int  not null,
    state      text not null,
    fan_id     text,
    entry_id   text,
    claim_by   timestamptz
);
create index winner_of_contest on winner (contest_id, rank);

alter table entry add column state text not null default 'valid';
alter table entry add column reason text;
comment on column entry.reason is 'Why it was invalidated or reinstated; it is published with the draw.';
