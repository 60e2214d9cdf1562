-- What a day of visiting needs beside plans and windows: who is looked at again when, what was found at the door, why
-- nobody came, and the rounds that open it all.

-- How many days before its end a window's task opens; null: with the window itself.
alter table visit_owed add column days_ahead smallint check (days_ahead >= 1);

-- The tier a step was made for, for order: special care first (PT(九)), then by risk.
create function jiuzhu_tier_rank(tier text) returns smallint
language sql immutable parallel safe as $$
  select coalesce(array_position(array['SPECIAL', 'HIGH', 'KEY', 'FLAT', 'REGULAR', 'GENERAL'], tier), 9)::smallint
$$;

alter table visit_owed add column tier varchar(10) not null default 'FLAT';
alter table visit_owed alter column tier drop default;

alter table visit_window
  -- An extra visit outside any plan (a change was reported, V18; offered again after opting out) has no step.
  alter column step_id drop not null,
  add column number varchar(24) generated always as
    ('TF-' || extract(year from start_on)::int || '-' || lpad(id::text, 9, '0')) stored,
  add column extra varchar(24),
  add column tier varchar(10) not null default 'FLAT',
  add column days_ahead smallint,
  -- From which day its task stands in the work list.
  add column task_on date,
  add column opened_at timestamptz not null default now(),
  -- What follows is kept for lists; the truth about a window are its dates and the contacts.
  add column remind_at timestamptz,
  add column started_at timestamptz,
  add column done smallint not null default 0,
  -- Nothing is left to do: MET, MADE_UP, EXPLAINED, CANCELLED, SUPERSEDED.
  add column settled_at timestamptz,
  add column settled_as varchar(12),
  add column made_up_on date,
  add check ((settled_at is null) = (settled_as is null)),
  add check ((step_id is null) = (extra is not null));
alter table visit_window alter column tier drop default;
update visit_window set task_on = start_on;
alter table visit_window alter column task_on set not null;

drop index visit_window_once;
create unique index visit_window_once on visit_window (person_id, per, on_node, start_on)
  where closed_on is null and extra is null;
create unique index visit_window_extra on visit_window (person_id, extra, start_on) where extra is not null;
create unique index visit_window_number on visit_window (number);
-- What has a task to come; a round reads what is due here, the most urgent tier first.
create index visit_window_to_start on visit_window (task_on, jiuzhu_tier_rank(tier), id)
  where started_at is null and settled_at is null and closed_on is null;
-- One point's open work: the Today page.
create index visit_window_open on visit_window (street_code, point_code, end_on) where settled_at is null;

-- Who is in which tier today and why, and on which day time alone may change it (a birthday, an alert that runs out).
create table visit_plan (
  person_id     bigint primary key,
  tier          varchar(10)  not null,
  reason        varchar(40)  not null,
  data_gap      varchar(200) not null default '',
  review_on     date,
  reviewed_at   timestamptz  not null,
  district_code varchar(6)   not null,
  street_code   varchar(9)   not null,
  point_code    varchar(12)
);
create index visit_plan_review on visit_plan (review_on, person_id) where review_on is not null;
create index visit_plan_point on visit_plan (street_code, point_code);

-- That somebody was met, or that it was tried: one row per person a record's author confirmed. Never changed; what a
-- correction of the record says otherwise is withdrawn and told anew, so that any past day can be asked again.
create table visit_contact (
  id            bigint generated always as identity primary key,
  person_id     bigint      not null,
  record_number varchar(20) not null,
  on_day        date        not null,
  mode          varchar(16) not null,
  outcome       varchar(10) not null,
  finding       varchar(12),
  reason        varchar(24),
  recorded_at   timestamptz not null,
  recorded_by   varchar(64) not null,
  withdrawn_at  timestamptz,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12),
  check (outcome in ('DONE', 'NOT_HOME', 'REFUSED'))
);
create unique index visit_contact_once on visit_contact (record_number, person_id) where withdrawn_at is null;
create index visit_contact_person on visit_contact (person_id, on_day desc);

-- Why a window ended without a visit, in the words of whoever answers for it.
create table visit_explanation (
  id            bigint generated always as identity primary key,
  window_id     bigint      not null references visit_window,
  person_id     bigint      not null,
  reason        varchar(24) not null,
  note          bytea,
  make_up_by    date,
  explained_at  timestamptz not null,
  explained_by  varchar(64) not null,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index visit_explanation_window on visit_explanation (window_id);

-- Every round: the daily one, one asked for by hand, one that a changed plan asked for.
create table visit_round (
  id            bigint generated always as identity primary key,
  kind          varchar(8)  not null check (kind in ('DAILY', 'HAND', 'CHANGE')),
  requested_at  timestamptz not null,
  requested_by  varchar(64) not null,
  started_at    timestamptz,
  finished_at   timestamptz,
  reviewed      int         not null default 0,
  opened        int         not null default 0,
  started       int         not null default 0,
  digests       int         not null default 0
);
-- Many changes ask for one round.
create unique index visit_round_waiting on visit_round (kind) where started_at is null;

-- One reminder a day for each consultant, in numbers only.
create table visit_digest (
  username  varchar(64) not null,
  on_day    date        not null,
  reminded  int         not null,
  overdue   int         not null,
  sent_at   timestamptz not null,
  primary key (username, on_day)
);

-- Kept by the district; a day taken back stays known, so that any past day can be asked again.
alter table special_node
  add column recorded_at timestamptz not null default now(),
  add column recorded_by varchar(64) not null default 'system',
  add column removed_at timestamptz,
  add column removed_by varchar(64);
create or replace function jiuzhu_node_day(district text, day date) returns date
language sql stable parallel safe as $$
  select min(greatest(n.start_on, day)) from special_node n
  where n.district_code = district and n.end_on > day and n.removed_at is null
$$;

do $$
declare t text;
begin
  foreach t in array array['visit_plan', 'visit_contact', 'visit_explanation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy scope on %I using (jiuzhu_sees(district_code, street_code, point_code))', t);
  end loop;
end $$;
