-- Of dates without a time zone, so that the planner may write them into the statement that calls them.
create or replace function jiuzhu_span_start(per text, day date) returns date
language sql immutable parallel safe as $$
  select case per
    when 'DAY' then day
    when 'WEEK' then date_trunc('week', day::timestamp)::date
    when 'MONTH' then date_trunc('month', day::timestamp)::date
    when 'QUARTER' then date_trunc('quarter', day::timestamp)::date
    when 'HALF_YEAR' then make_date(extract(year from day)::int, case when extract(month from day) <= 6 then 1 else 7 end, 1)
    end
$$;
