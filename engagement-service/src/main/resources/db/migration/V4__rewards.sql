create table points_entry (
    position    bigint primary key,
    owner       text   not null,
    entry       text   not null,
    ledger      text   not null,
    recorded_at timestamptz not null
);
create index points_entry_of_owner on points_entry (owner, position desc);
comment on column points_entry.ledger is 'What stood in the books with this entry.';

create table reward_programme (
    brand_id  text   primary key,
    programme text   not null,
    number    int    not null,
    version   bigint not null
);
