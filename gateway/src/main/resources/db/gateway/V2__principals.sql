-- Who is calling is a principal: a person or a machine, which may hold several keys, at once and one after the other.
create table principal (
    id         text primary key check (id <> ''),
    name       text        not null,
    created_at timestamptz not null default now()
);

comment on column principal.id is 'what services know a caller by; initial-<name> for a key of the configuration';

-- All keys up to now are of the configuration, each of a principal of its own.
insert into principal (id, name) select 'initial-' || name, name from api_key;

alter table api_key add column principal_id text references principal;
update api_key set principal_id = 'initial-' || name;
create index api_key_principal_id on api_key (principal_id);

comment on column api_key.principal_id is 'null where the release before wrote the key: then it is of initial-<name>';
