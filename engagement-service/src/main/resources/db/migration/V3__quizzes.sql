create table quiz (
    quiz_id  text   primary key,
    brand_id text   not null,
    content  text   not null,
    state    text   not null,
    position bigint not null,
    version  bigint not null
);
create index quiz_of_brand on quiz (brand_id, position desc);

create table attempt (
    attempt_id text   primary key,
    quiz_id    text   not null,
    fan_at_quiz text  not null,
    ordinal    int    not null,
    state      text   not null,
    score      numeric,
    started    text   not null,
    answers    text   not null,
    finished   text,
    position   bigint not null,
    version    bigint not null
);
create index attempt_of_quiz on attempt (quiz_id, position desc);
create index attempt_of_fan on attempt (fan_at_quiz, position desc);

create table open_attempt (
    attempt_id text primary key,
    quiz_id    text not null,
    subject    text not null
);
create index open_attempt_of_quiz on open_attempt (quiz_id);

create table quiz_statistics (
    quiz_id text   primary key,
    tally   text   not null,
    version bigint not null
);
