-- Special nodes as plans see them: one that was taken back while it lasted ended on that day, and what was owed before
-- stays owed.
create view special_node_span as
  select n.id, n.district_code, n.name, n.start_on,
    least(n.end_on, coalesce((n.removed_at at time zone 'Asia/Shanghai')::date, n.end_on)) as end_on
  from special_node n
  where n.removed_at is null or n.start_on < (n.removed_at at time zone 'Asia/Shanghai')::date;

create or replace function jiuzhu_node_day(district text, day date) returns date
language sql stable parallel safe as $$
  select min(greatest(n.start_on, day)) from special_node_span n where n.district_code = district and n.end_on > day
$$;

create index visit_owed_node on visit_owed (district_code, from_on) where on_node;
create index visit_window_node on visit_window (district_code, start_on) where on_node and closed_on is null;
