-- By which steps of escalation somebody was called to the item: its timers strike once, so a move or a hold must not lose it.
alter table work_item add column called text[] not null default '{}';
