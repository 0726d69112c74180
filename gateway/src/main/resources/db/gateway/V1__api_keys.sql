-- Who may come in. The secret itself stands nowhere: it is shown once and kept by its holder.
create table api_key (
    id          text primary key,
    name        text        not null unique,
    secret_hash bytea       not null check (octet_length(secret_hash) = 32),
    grants      jsonb       not null check (jsonb_typeof(grants) = 'array'),
    created_at  timestamptz not null default now(),
    expires_at  timestamptz
);

comment on column api_key.secret_hash is 'SHA-256 of the whole key as sent; 256 bits of randomness need no salt';
comment on column api_key.grants is '[{"brand": "*" or a brand''s id, "role": "editor"}]';
