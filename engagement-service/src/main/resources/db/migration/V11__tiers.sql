create table reward_programme_version (
    position      bigint primary key,
    brand_id      text   not null,
    programme     text   not null,
    in_force_from timestamptz not null
);
create index reward_programme_version_of_brand on reward_programme_version (brand_id, position desc);

create table points_account (
    owner    text   primary key,
    brand_id text   not null,
    earned   bigint not null,
    burned   bigint not null,
    reserved bigint not null,
    expired  bigint not null,
    balance  bigint not null
);
create index points_account_of_brand on points_account (brand_id) include (earned, burned, reserved, expired, balance);
comment on table points_account is 'The books of every fan who ever had any, erased ones included: sums of points are no personal data.';
