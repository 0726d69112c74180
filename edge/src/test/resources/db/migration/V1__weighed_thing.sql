create table weighed_thing (
    thing_id text primary key,
    grams    int  not null
);
