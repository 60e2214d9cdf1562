-- Which social organisation is entrusted with the visits of which committee or street (SJ 三(一), 作为第三方服务的社会组织).
-- Public knowledge, as the network is; what was entrusted before stays known.
create table visit_mandate (
  id           bigint generated always as identity primary key,
  ngo_code     varchar(18) not null references org_unit,
  org_code     varchar(18) not null references org_unit,
  entrusted_at timestamptz not null,
  entrusted_by varchar(64) not null,
  ended_at     timestamptz,
  ended_by     varchar(64),
  check ((ended_at is null) = (ended_by is null))
);
create unique index visit_mandate_once on visit_mandate (org_code, ngo_code) where ended_at is null;

-- A professional point sees the visits that are offered to it, as long as it is entrusted with the place, and no row beside
-- them.
create function jiuzhu_is_entrusted(task text, street text, point text) returns boolean
language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from visit_mandate m where m.ngo_code = current_setting('jiuzhu.code', true)
      and m.org_code in (street, point) and m.ended_at is null)
    and exists (select 1 from work_offer o where o.task_id = task
      and o.group_key = 'ngoWorker:' || current_setting('jiuzhu.code', true));
end $$;
create policy entrusted on work_item using (
  current_setting('jiuzhu.level', true) = 'NGO' and task_key = 'userTask_conductVisit'
  and jiuzhu_is_entrusted(task_id, street_code, point_code));
