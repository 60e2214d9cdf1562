-- What happens to people and households while they are on the register: deaths, moves, refusals, consents taken back,
-- cases reopened or put where they belong.

-- Work that stands still for a reason. A held item keeps its offers under a name that no group has, so that every list
-- and every claim passes it by.
alter table work_item add column held varchar(16);
create table work_hold (
  id        bigint generated always as identity primary key,
  reason    varchar(16) not null,
  person_id bigint,
  case_id   bigint,
  check (person_id is not null or case_id is not null),
  unique nulls not distinct (reason, person_id, case_id)
);
alter table work_hold enable row level security;
create policy scope on work_hold using (jiuzhu_is_system());

create sequence number_bd;

-- Whom a case was about before somebody's death: a false report brings them back.
alter table assistance_case add column person_before bigint;

-- A death as it was reported, what it changed in the household, and what became of the report.
create table death_report (
  id              bigint generated always as identity primary key,
  version         integer     not null,
  number          varchar(32) not null unique,
  person_id       bigint      not null,
  household_id    bigint      not null,
  died_on         date        not null,
  source          varchar(24) not null,
  note            bytea,
  state           varchar(12) not null check (state in ('REPORTED', 'CONFIRMED', 'REVERSED')),
  survivors       boolean     not null,
  was_head        boolean     not null,
  successor_id    bigint,
  successor_was   varchar(12),
  reported_by     varchar(64) not null,
  reported_at     timestamptz not null,
  settled_by      varchar(64),
  settled_at      timestamptz,
  reversal_reason bytea,
  district_code   varchar(6)  not null,
  street_code     varchar(9)  not null,
  point_code      varchar(12)
);
create unique index death_report_standing on death_report (person_id) where state <> 'REVERSED';
create index death_report_household on death_report (household_id);
alter table death_report enable row level security;
create policy scope on death_report using (jiuzhu_sees(district_code, street_code, point_code));

-- A household on its way to another point: both sides read it, and it says who comes and why, no more.
create table household_move (
  id             bigint generated always as identity primary key,
  version        integer     not null,
  number         varchar(32) not null unique,
  household_id   bigint      not null,
  from_org       varchar(12) not null,
  to_org         varchar(12) not null,
  move_on        date        not null,
  reason         bytea       not null,
  road           varchar(100),
  room           bytea,
  brief_name     bytea       not null,
  state          varchar(12) not null check (state in ('PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN', 'DONE')),
  proposed_by    varchar(64) not null,
  proposed_at    timestamptz not null,
  out_by         varchar(64),
  in_by          varchar(64),
  refused_by     varchar(64),
  refusal        bytea,
  done_at        timestamptz,
  district_code  varchar(6)  not null,
  street_code    varchar(9)  not null,
  point_code     varchar(12),
  to_district    varchar(6)  not null,
  to_street      varchar(9)  not null,
  to_point       varchar(12)
);
create unique index household_move_open on household_move (household_id) where state in ('PROPOSED', 'AGREED');
create index household_move_household on household_move (household_id);
alter table household_move enable row level security;
create policy scope on household_move using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees(to_district, to_street, to_point));

-- What a household refused, and what it answered when it was asked again. It says nothing about any benefit.
create table service_refusal (
  id             bigint generated always as identity primary key,
  case_id        bigint      not null,
  household_id   bigint      not null,
  person_id      bigint      not null,
  reason_code    varchar(24) not null,
  reason         bytea,
  refused_on     date        not null,
  safety_concern boolean     not null,
  answer         varchar(24),
  answer_note    bytea,
  recorded_by    varchar(64) not null,
  recorded_at    timestamptz not null,
  answered_at    timestamptz,
  district_code  varchar(6)  not null,
  street_code    varchar(9)  not null,
  point_code     varchar(12)
);
create index service_refusal_case on service_refusal (case_id);
alter table service_refusal enable row level security;
create policy scope on service_refusal using (jiuzhu_sees(district_code, street_code, point_code));

-- A consent taken back, and when everybody had been told (个人信息保护法 15).
create table consent_withdrawal (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null,
  household_id  bigint      not null,
  person_id     bigint      not null,
  consent       varchar(16) not null check (consent in ('SHARING', 'ASSESSMENT')),
  withdrawn_on  date        not null,
  note          bytea,
  recorded_by   varchar(64) not null,
  recorded_at   timestamptz not null,
  settled_at    timestamptz,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index consent_withdrawal_case on consent_withdrawal (case_id);
alter table consent_withdrawal enable row level security;
create policy scope on consent_withdrawal using (jiuzhu_sees(district_code, street_code, point_code));

-- A case closed once and opened again keeps how it had ended; a case put on the wrong household keeps where it was.
create table case_reopening (
  id        bigint generated always as identity primary key,
  case_id   bigint      not null references assistance_case,
  closed_at timestamptz not null,
  outcome   varchar(32) not null,
  summary   bytea,
  reason    bytea       not null,
  by_user   varchar(64) not null,
  at        timestamptz not null
);
create trigger case_reopening_append_only before update or delete on case_reopening
  for each row execute function jiuzhu_append_only();
alter table case_reopening enable row level security;
create policy scope on case_reopening using (exists (select 1 from assistance_case c where c.id = case_id));

create table case_refiling (
  id             bigint generated always as identity primary key,
  case_id        bigint      not null references assistance_case,
  from_household bigint      not null,
  to_household   bigint      not null,
  reason         bytea       not null,
  by_user        varchar(64) not null,
  at             timestamptz not null
);
create index case_refiling_case on case_refiling (case_id);
create trigger case_refiling_append_only before update or delete on case_refiling
  for each row execute function jiuzhu_append_only();
alter table case_refiling enable row level security;
create policy scope on case_refiling using (exists (select 1 from assistance_case c where c.id = case_id));

-- Whose time line tells a case that had been put on the wrong household: ids, nothing about anybody.
create table timeline_refiling (
  case_id        bigint not null,
  from_household bigint not null,
  to_household   bigint not null
);
create index timeline_refiling_case on timeline_refiling (case_id);
create index timeline_refiling_to on timeline_refiling (to_household);
alter table timeline_refiling enable row level security;
create policy scope on timeline_refiling using (true);

-- What happened is told to whoever may see the case or the household now, and to nobody who no longer may.
drop policy scope on timeline_event;
create policy scope on timeline_event using (
  jiuzhu_is_system() or jiuzhu_sees_ngo(ngo_code)
  or case when case_id is not null then exists (select 1 from assistance_case c where c.id = case_id)
          when household_id is not null then exists (select 1 from household h where h.id = household_id)
          else jiuzhu_sees(district_code, street_code, point_code) end);

-- Data scope is decided in one place (place columns and their policies), and so is its move: every row that belongs to a
-- household goes with it. What is never changed (by its trigger) says where something was done, and stays, as
-- a service record does.
create function jiuzhu_place_tables(key text) returns setof name language sql stable as $$
  select c.relname from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and c.relname not in ('work_item', 'household_move')
    and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
         and a.attname in ('district_code', 'street_code', 'point_code', key)) = 4
    and not exists (select 1 from pg_trigger t
                    where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 16 = 16)
$$;

create function jiuzhu_relocate(moved bigint, district text, street text, point text) returns void
language plpgsql as $$
declare
  people bigint[] := array(
    select distinct m.person_id from household_member m where m.household_id = moved and not exists (
      select 1 from household_member o where o.person_id = m.person_id and o.to_on is null and o.household_id <> moved));
  cases bigint[] := array(select id from assistance_case where household_id = moved);
  leads bigint[] := array(select id from lead where household_id = moved);
  keys text[] := array['household_id', 'case_id', 'lead_id', 'person_id'];
  k integer;
  t name;
  owners bigint[];
begin
  for k in 1 .. 4 loop
    owners := case keys[k] when 'household_id' then array[moved] when 'case_id' then cases
                           when 'lead_id' then leads else people end;
    for t in select * from jiuzhu_place_tables(keys[k]) p where p <> 'service_record_link' and not exists (
      select 1 from pg_attribute a where a.attrelid = p::regclass and a.attname = any (keys[1 : k - 1])) loop
      execute format('update %I set district_code = $1, street_code = $2, point_code = $3 where %I = any ($4)', t, keys[k])
        using district, street, point, owners;
    end loop;
  end loop;
  update person set district_code = district, street_code = street, point_code = point where id = any (people);
  update household set district_code = district, street_code = street, point_code = point where id = moved;
end $$;

-- A case that was put on the wrong household, and everything that was written about it, goes to the right one.
create function jiuzhu_refile(misfiled bigint, target bigint, concerned bigint, district text, street text, point text)
returns void
language plpgsql as $$
declare t name;
begin
  for t in select p from jiuzhu_place_tables('case_id') p loop
    execute format('update %I set district_code = $1, street_code = $2, point_code = $3 where case_id = $4', t)
      using district, street, point, misfiled;
    if exists (select 1 from pg_attribute a where a.attrelid = t::regclass and a.attname = 'household_id') then
      execute format('update %I set household_id = $1 where case_id = $2', t) using target, misfiled;
    end if;
    if exists (select 1 from pg_attribute a where a.attrelid = t::regclass and a.attname = 'person_id') then
      execute format('update %I set person_id = $1 where case_id = $2', t) using concerned, misfiled;
    end if;
  end loop;
  update service_record_link set household_id = target, person_id = concerned where case_id = misfiled;
end $$;
