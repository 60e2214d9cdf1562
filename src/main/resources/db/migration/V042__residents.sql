-- Where each thing known about a resident comes from, and of which day it is (HT 三(一)2(2)). Appended, never replaced.
-- These rows belong to their person: whoever sees the person sees them, also after the household has moved.
create table person_field (
  id               bigint generated always as identity primary key,
  person_id        bigint       not null references person on delete cascade,
  field            varchar(24)  not null,
  value            bytea,
  source           varchar(20)  not null,
  as_of            date         not null,
  recorded_at      timestamptz  not null,
  recorded_by      varchar(64)  not null,
  recorded_by_name varchar(100) not null,
  at_version       integer      not null
);
create index person_field_person on person_field (person_id, field, as_of, id);

-- 享受救助情况: which benefit, from a day to a day.
create table benefit (
  id           bigint generated always as identity primary key,
  version      integer      not null,
  person_id    bigint       not null references person on delete cascade,
  kind         varchar(24)  not null,
  note         bytea,
  from_on      date         not null,
  to_on        date,
  source       varchar(20)  not null,
  as_of        date         not null,
  recorded_by  varchar(64)  not null,
  check (to_on is null or to_on >= from_on)
);
create index benefit_person on benefit (person_id, from_on);

do $$
declare t text;
begin
  foreach t in array array['person_field', 'benefit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy scope on %I using (exists (select 1 from person p where p.id = person_id))', t);
  end loop;
end $$;

create function person_field_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was known about somebody is only added to';
end $$;
create trigger person_field_stays before update on person_field for each row execute function person_field_stays();

alter table person
  add hukou_committee        varchar(12),
  add residence_address      bytea,
  add disability_certificate bytea,
  add policy_find            varchar(120) not null default '';

alter table household_member add end_reason varchar(20);

alter table major_change
  add severity    varchar(10),
  add alert       boolean not null default false,
  add recorded_by varchar(64),
  add recorded_at timestamptz,
  add report      varchar(20);
