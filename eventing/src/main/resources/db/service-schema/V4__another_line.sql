-- A token names the event that it has reached, and the life of the store: after a failover the log may be shorter.
alter table processor_token add column event_position bigint;
alter table processor_token add column event_id uuid;
comment on column processor_token.event_id is
    'The event at event_position. Where that is not the position, somebody else has moved the token, and nothing is said of it.';
alter table processor_token add column life uuid;
comment on column processor_token.life is 'The life of the store in which it was stored.';
alter table processor_token add column rebuilt_to bigint;
comment on column processor_token.rebuilt_to is
    'The view is being built anew and shown to nobody before it has reached this position; null where it is not.';
