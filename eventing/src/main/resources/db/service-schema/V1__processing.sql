-- What every service keeps beside its views: how far its processors are, and what they could not handle.

create table processor_token (
    processor  text   not null,
    segment    int    not null,
    mask       int    not null,
    position   bigint,
    owner      text,
    claimed_at timestamptz not null default clock_timestamp(),
    primary key (processor, segment)
);
comment on column processor_token.position is 'The last event position that this segment has dealt with.';

create table processor_store (identifier uuid not null default gen_random_uuid());
insert into processor_store default values;

create table failed_event (
    processor text not null,
    position  bigint not null,
    attempts  int not null,
    last_error text not null,
    last_at   timestamptz not null default clock_timestamp(),
    primary key (processor, position)
);
comment on table failed_event is 'Events whose handling failed and is being retried; a row goes when it succeeds or is parked.';

create table parked_event (
    processor text not null,
    position  bigint not null,
    sequence  text not null,
    event_id  text not null,
    event_name text not null,
    reason    text not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (processor, position)
);
create index parked_event_sequence on parked_event (processor, sequence, position);
comment on table parked_event is 'Events set aside with everything of the same sequence behind them, until an operator retries or discards.';
