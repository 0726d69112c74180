create table coupon_pool (
    coupon_pool_id     text   primary key,
    brand_id           text   not null,
    name               text   not null,
    reservation_window text   not null,
    valid_until        timestamptz,
    imported           int    not null,
    reserved           int    not null,
    redeemed           int    not null,
    position           bigint not null,
    version            bigint not null
);
create index coupon_pool_of_brand on coupon_pool (brand_id, position desc);
comment on table coupon_pool is 'How many codes each pool has; the codes themselves are in the log only, encrypted.';
