-- Who is behind a door where whoever goes there should be looked after (CS 四(二)), and by when they are expected outside.
create sequence number_sm;

create table visit_stay (
  id            bigint generated always as identity primary key,
  number        varchar(20) not null unique,
  person_id     bigint      not null,
  household_id  bigint      not null,
  username      varchar(64) not null,
  by_name       varchar(60) not null,
  in_at         timestamptz not null,
  expected_at   timestamptz not null,
  out_at        timestamptz,
  out_by        varchar(64),
  -- What whoever looked after somebody who had not come out found: nothing where they came out by themselves.
  found         varchar(12),
  note          bytea,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12),
  check (in_at < expected_at),
  check ((out_at is null) = (out_by is null)),
  check (found in ('SAFE', 'NOT_SAFE'))
);
-- Nobody is behind two doors.
create unique index visit_stay_inside on visit_stay (username) where out_at is null;
create index visit_stay_point on visit_stay (street_code, point_code) where out_at is null;

alter table visit_stay enable row level security;
create policy scope on visit_stay using (jiuzhu_sees(district_code, street_code, point_code));
