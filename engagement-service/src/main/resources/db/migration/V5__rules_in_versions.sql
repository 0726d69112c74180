alter table contest add column rules_version int not null default 1;
alter table contest add column next_rules text;
alter table contest add column cancelled_because text;
comment on column contest.next_rules is 'Written and not yet published, beside those in force.';
