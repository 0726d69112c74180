-- What is prepared waits for the disk. It did not, since the event that needs it waits behind it in the same log: but an
-- append whose answer was lost in a crash is sent again after it, and the event was then recorded without the fan's key. What
-- these functions set for their transaction ends with them now, so that it commits as its session does.
alter function prepare(text, bytea, bytea[], text[]) set synchronous_commit = on;
alter function prepare(text, bytea, text, int[], bytea[], text[], text[]) set synchronous_commit = on;
