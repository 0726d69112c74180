create table seen_event (
    position   bigint primary key,
    counter_id text   not null
);
