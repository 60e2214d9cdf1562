-- Who moves takes along whom they met when, as everything else that is about them; where it was owed and done stands in the
-- steps, which stay.
create or replace function jiuzhu_relocate(moved bigint, district text, street text, point text) returns void
language plpgsql as $$
declare
  people bigint[] := jiuzhu_movers(moved);
  cases bigint[] := array(select id from assistance_case where household_id = moved);
  leads bigint[] := array(select id from lead where household_id = moved);
  keys text[] := array['household_id', 'case_id', 'lead_id', 'person_id'];
  stays text[] := array['service_record_link', 'visit_step', 'visit_window'];
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
