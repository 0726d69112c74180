alter table mention add column version bigint not null default 0;
update mention set version = position;
alter table watch add column version bigint not null default 0;
update watch set version = position;
