-- Somebody who refused visits twice in a row: the station asks what they want instead. It touches no benefit.
create sequence number_jf;
create table visit_refusal (
  id             bigint generated always as identity primary key,
  number         varchar(20) not null unique,
  person_id      bigint      not null,
  -- Who was refused last, and on which day.
  refused_to     varchar(64) not null,
  refused_on     date        not null,
  opened_at      timestamptz not null,
  answer         varchar(20),
  note           bytea,
  safety_concern boolean,
  answered_at    timestamptz,
  answered_by    varchar(64),
  district_code  varchar(6)  not null,
  street_code    varchar(9)  not null,
  point_code     varchar(12),
  check ((answer is null) = (answered_at is null))
);
create unique index visit_refusal_open on visit_refusal (person_id) where answered_at is null;
create index visit_refusal_person on visit_refusal (person_id, answered_at desc);
alter table visit_refusal enable row level security;
create policy scope on visit_refusal using (jiuzhu_sees(district_code, street_code, point_code));

-- A grid worker or a volunteer sees the visits of one committee and nothing else; whom a visit is about is told with it.
create function jiuzhu_visits(point text) returns boolean
language sql stable parallel safe as $$
  select current_setting('jiuzhu.level', true) = 'VISITOR' and point = current_setting('jiuzhu.code', true)
$$;
create policy visitor on work_item using (task_key = 'userTask_conductVisit' and jiuzhu_visits(point_code));
