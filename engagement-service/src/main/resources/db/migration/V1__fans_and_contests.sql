create table known_brand (brand_id text primary key);

create table fan (
    fan_id   text   primary key,
    brand_id text   not null,
    country  text   not null,
    consents text[] not null,
    registered_at timestamptz not null,
    position bigint not null,
    version  bigint not null
);
create index fan_of_brand on fan (brand_id, position desc);

create table contest (
    contest_id text   primary key,
    brand_id   text   not null,
    rules      text   not null,
    state      text   not null,
    position   bigint not null,
    version    bigint not null
);
create index contest_of_brand on contest (brand_id, position desc);

create table entry (
    entry_id      text   primary key,
    contest_id    text   not null,
    fan_id        text   not null,
    rules_version int    not null,
    entered_at    timestamptz not null,
    position      bigint not null
);
create index entry_of_contest on entry (contest_id, position desc);
