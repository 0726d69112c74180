-- Fans are read from another table now, filled from the first event on. Personal data in it is as the log has it:
-- encrypted under the fan's key.
drop table fan;
delete from processor_token where processor = 'engagement.fans';

create table fan_profile (
    fan_id   text   primary key,
    brand_id text   not null,
    country  text   not null,
    consents text[] not null,
    registered_at timestamptz not null,
    registered_by text,
    became_customer_at timestamptz,
    sealed_external_id text,
    sealed_handle      text,
    sealed_email       text,
    sealed_birth_date  text,
    position bigint not null,
    version  bigint not null
);
create index fan_profile_of_brand on fan_profile (brand_id, position desc);
create index fan_profile_of_writer on fan_profile (brand_id, registered_by, position desc);

create table fan_consent (
    consent_id text   primary key,
    fan_id     text   not null,
    purpose  text     not null,
    granted  boolean  not null,
    wording  text,
    recorded_at timestamptz not null,
    position bigint   not null
);
create index consent_of_fan on fan_consent (fan_id, position);

create index entry_of_fan on entry (fan_id, position desc);
