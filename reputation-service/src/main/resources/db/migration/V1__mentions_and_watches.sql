create table known_brand (brand_id text primary key);

create table mention (
    mention_id       text   primary key,
    brand_id         text   not null,
    source           text   not null,
    external_id      text   not null,
    text             text   not null,
    published_at     timestamptz not null,
    url              text,
    language         text,
    rating_value     numeric,
    rating_scale     numeric,
    reach            bigint,
    author_followers bigint,
    in_reply_to      text,
    channel_id       text,
    captured_at      timestamptz not null,
    position         bigint not null
);
create index mention_of_brand on mention (brand_id, position desc);

create table watch (
    watch_id text   primary key,
    brand_id text   not null,
    name     text   not null,
    subject  text   not null,
    all_of   text[] not null,
    any_of   text[] not null,
    none_of  text[] not null,
    position bigint not null
);
create index watch_of_brand on watch (brand_id, position desc);
