-- A change may be one of any table on which visits depend: what a row said and is to say is kept cell by cell, as the
-- table writes it, for all of them alike.
alter table rule_change alter column kind type varchar(12);
alter table rule_change drop constraint rule_change_kind_check;
alter table rule_change add constraint rule_change_kind_check check (kind in ('CADENCE', 'TIER', 'CASE_RULE', 'PROFILE'));

create table rule_change_cell (
  change_id bigint       not null references rule_change,
  row_id    varchar(64)  not null,
  cell      varchar(40)  not null,
  was       varchar(200) not null,
  becomes   varchar(200) not null,
  primary key (change_id, row_id, cell)
);

insert into rule_change_cell (change_id, row_id, cell, was, becomes)
select n.change_id, n.row_id, cell.name, cell.was, cell.becomes
from rule_change_row n
join rule_change_row o on o.change_id = n.change_id and o.row_id = n.row_id and not o.is_new
join rule_change c on c.id = n.change_id
cross join lateral (values
  ('profile', '"' || c.profile || '"', '"' || c.profile || '"'),
  ('tier', '"' || replace(o.tiers, ',', '", "') || '"', '"' || replace(n.tiers, ',', '", "') || '"'),
  ('specialNode', case when o.on_node then 'true' else '-' end, case when n.on_node then 'true' else '-' end),
  ('count', o.required::text, n.required::text),
  ('period', '"' || o.per || '"', '"' || n.per || '"'),
  ('channels', '"' || o.channels || '"', '"' || n.channels || '"'),
  ('distinctDays', o.distinct_days::text, n.distinct_days::text),
  ('daysAhead', coalesce(o.days_ahead::text, 'null'), coalesce(n.days_ahead::text, 'null'))
) as cell (name, was, becomes)
where n.is_new;

drop table rule_change_row;
