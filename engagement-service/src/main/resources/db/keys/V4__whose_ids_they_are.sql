alter table key_used add column own_id text;
comment on column key_used.own_id is
    'The id that is made of the key: another key under the same id is none of those that made what has it.';
