create table counter (
    counter_id text   primary key,
    total      int    not null check (total < 1000),
    version    bigint not null
);
