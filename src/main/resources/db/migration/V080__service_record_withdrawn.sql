-- A last version that says the record was a slip: what was written stays to be read, and counts for nothing.
alter table service_record add column withdrawn boolean not null default false;
