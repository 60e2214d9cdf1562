-- A completed task whose step told itself in its own words, in the same transaction, is not told a second time.
alter table timeline_event add column told boolean not null default false;
