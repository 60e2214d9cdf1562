-- Visits: a plan is its steps, what is owed next is kept per duty, and a window is one period in which it is owed.

-- The first and the last (exclusive) day of the calendar's period around a day; the same as Span in Java, held by a test.
create function jiuzhu_span_start(per text, day date) returns date
language sql immutable parallel safe as $$
  select case per
    when 'DAY' then day
    when 'WEEK' then date_trunc('week', day)::date
    when 'MONTH' then date_trunc('month', day)::date
    when 'QUARTER' then date_trunc('quarter', day)::date
    when 'HALF_YEAR' then make_date(extract(year from day)::int, case when extract(month from day) <= 6 then 1 else 7 end, 1)
    end
$$;
create function jiuzhu_span_end(per text, day date) returns date
language sql immutable parallel safe as $$
  select (jiuzhu_span_start(per, day) + case per
    when 'DAY' then interval '1 day'
    when 'WEEK' then interval '7 days'
    when 'MONTH' then interval '1 month'
    when 'QUARTER' then interval '3 months'
    when 'HALF_YEAR' then interval '6 months' end)::date
$$;

-- Days on which people in special care are contacted daily (PT(九)); kept by the district.
create table special_node (
  id            bigint generated always as identity primary key,
  district_code varchar(6)  not null,
  name          varchar(60) not null,
  start_on      date        not null,
  end_on        date        not null,
  check (start_on < end_on)
);
create index special_node_district on special_node (district_code, end_on);

create function jiuzhu_node_day(district text, day date) returns date
language sql stable parallel safe as $$
  select min(greatest(n.start_on, day)) from special_node n where n.district_code = district and n.end_on > day
$$;

-- A step of somebody's plan: from this day on, these duties. A step that was a mistake is undone, never deleted.
create table visit_step (
  id              bigint generated always as identity primary key,
  person_id       bigint       not null,
  from_on         date         not null,
  reason          varchar(24)  not null,
  tier            varchar(10)  not null,
  duties          varchar(200) not null,
  on_nodes        varchar(200) not null,
  profile         varchar(32)  not null,
  rules           varchar(200) not null,
  recorded_at     timestamptz  not null,
  recorded_by     varchar(64)  not null,
  undone_at       timestamptz,
  undone_by       varchar(64),
  district_code   varchar(6)   not null,
  street_code     varchar(9)   not null,
  point_code      varchar(12)
);
create index visit_step_person on visit_step (person_id, from_on, id);

-- From which day a duty has no window yet. A round reads what is due here and nothing else.
create table visit_owed (
  person_id     bigint      not null,
  per           varchar(10) not null,
  on_node       boolean     not null,
  from_on       date,
  required      smallint    not null check (required >= 1),
  channels      varchar(20) not null,
  distinct_days boolean     not null,
  step_id       bigint      not null references visit_step,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12),
  primary key (person_id, per, on_node)
);
create index visit_owed_due on visit_owed (from_on, person_id);

create table visit_window (
  id            bigint generated always as identity primary key,
  person_id     bigint      not null,
  step_id       bigint      not null references visit_step,
  per           varchar(10) not null,
  on_node       boolean     not null,
  start_on      date        not null,
  end_on        date        not null,
  owed_from     date        not null,
  required      smallint    not null,
  channels      varchar(20) not null,
  distinct_days boolean     not null,
  closed_on     date,
  close_kind    varchar(12),
  close_reason  varchar(24),
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12),
  check (start_on <= owed_from and owed_from < end_on),
  check ((closed_on is null) = (close_kind is null))
);
-- One open window of a kind per period: opening it again changes nothing.
create unique index visit_window_once on visit_window (person_id, per, on_node, start_on) where closed_on is null;
create index visit_window_person on visit_window (person_id, start_on desc);
create index visit_window_point on visit_window (street_code, point_code, end_on);

do $$
declare t text;
begin
  foreach t in array array['visit_step', 'visit_owed', 'visit_window'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy scope on %I using (jiuzhu_sees(district_code, street_code, point_code))', t);
  end loop;
end $$;
