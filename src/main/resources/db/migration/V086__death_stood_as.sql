-- How somebody stood before: whoever wanted no visits wants none after a false report either.
alter table death_report add column stood_as varchar(12) not null default 'ACTIVE';
