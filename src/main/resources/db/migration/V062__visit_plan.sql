-- Why a plan is as it is, and where what it made belongs when somebody moves.

-- The row of visit-tier that answered, beside the reason why it was asked again.
alter table visit_step add column tier_reason varchar(40) not null default '';
alter table visit_step alter column tier_reason drop default;

-- What passes by itself on the day of the review.
alter table visit_plan
  add column review_why varchar(24),
  add check ((review_on is null) = (review_why is null));

-- Who is on the register already is weighed by the first round.
insert into visit_plan (person_id, tier, reason, review_on, review_why, reviewed_at, district_code, street_code, point_code)
select id, 'NONE', '', (now() at time zone 'Asia/Shanghai')::date, 'ENTERED', now(), district_code, street_code, point_code
from person on conflict (person_id) do nothing;

-- Whoever goes along when a household moves: its members, and whoever was one and is in no other household now.
create function jiuzhu_movers(moved bigint) returns bigint[] language sql stable as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from household_member m
  where m.household_id = moved and not exists (
    select 1 from household_member o where o.person_id = m.person_id and o.to_on is null and o.household_id <> moved)
$$;

-- What was done stays where it was done: steps, contacts and explanations name the place of their day. Of the windows only
-- those go along that are still owed there; the plan sees to them.
create or replace function jiuzhu_relocate(moved bigint, district text, street text, point text) returns void
language plpgsql as $$
declare
  people bigint[] := jiuzhu_movers(moved);
  cases bigint[] := array(select id from assistance_case where household_id = moved);
  leads bigint[] := array(select id from lead where household_id = moved);
  keys text[] := array['household_id', 'case_id', 'lead_id', 'person_id'];
  stays text[] := array['service_record_link', 'visit_step', 'visit_window', 'visit_contact', 'visit_explanation'];
  k integer;
  t name;
  owners bigint[];
begin
  for k in 1 .. 4 loop
    owners := case keys[k] when 'household_id' then array[moved] when 'case_id' then cases
                           when 'lead_id' then leads else people end;
    for t in select * from jiuzhu_place_tables(keys[k]) p where p <> all (stays) and not exists (
      select 1 from pg_attribute a where a.attrelid = p::regclass and a.attname = any (keys[1 : k - 1])) loop
      execute format('update %I set district_code = $1, street_code = $2, point_code = $3 where %I = any ($4)', t, keys[k])
        using district, street, point, owners;
    end loop;
  end loop;
  update person set district_code = district, street_code = street, point_code = point where id = any (people);
  update household set district_code = district, street_code = street, point_code = point where id = moved;
end $$;

-- 因病致贫预警 (SJ 二(三)): what a push is about, so that whoever it names is visited for the time it holds.
alter table lead add column illness_alert boolean not null default false;
