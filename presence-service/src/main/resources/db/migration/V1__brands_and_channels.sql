create table brand (
    brand_id   text   primary key,
    slug       text   not null unique,
    name       text   not null,
    time_zone  text   not null,
    languages  text[] not null,
    legal_name text,
    state      text   not null,
    position   bigint not null unique,
    version    bigint not null
);
comment on column brand.position is 'Where it was registered: the order of lists.';
comment on column brand.version is 'The newest event of the resource: its ETag.';

create table persona (
    brand_id text   primary key,
    document text   not null,
    version  bigint not null
);

create table channel (
    channel_id text   primary key,
    brand_id   text   not null,
    kind       text   not null,
    handle     text,
    url        text,
    purpose    text   not null,
    cadence_count int,
    cadence_per text,
    state      text   not null,
    position   bigint not null,
    version    bigint not null
);
create index channel_of_brand on channel (brand_id, position desc);
