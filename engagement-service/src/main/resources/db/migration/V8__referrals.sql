create table circle_member (
    circle_member_id text   primary key,
    campaign_id      text   not null,
    fan_id           text   not null,
    depth            int    not null,
    through_somebody boolean not null,
    token            text,
    position         bigint not null
);
create index circle_member_of_campaign on circle_member (campaign_id, fan_id);
create index circle_member_of_fan on circle_member (fan_id);
comment on table circle_member is
    'Who came through somebody, or has a link to share. Who takes part without either stands in entry or attempt only.';

create table converted_fan (
    fan_id   text   primary key,
    position bigint not null
);

create table landing_page (
    campaign_id text   primary key,
    brand_id    text   not null,
    url         text   not null,
    version     bigint not null
);
