alter table mention drop column external_id, drop column url, drop column in_reply_to;
-- A column that is dropped stays in every row until the table is written anew.
cluster mention using mention_pkey;
