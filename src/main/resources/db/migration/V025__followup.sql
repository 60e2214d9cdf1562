-- Follow-ups of a case with their three outcomes (SJ 四(五)).
create table follow_up (
  id                 bigint generated always as identity primary key,
  case_id            bigint      not null,
  household_id       bigint      not null,
  followed_on        date        not null,
  method             varchar(20) not null,
  hazards_cleared    varchar(20) not null,
  urgent_relieved    varchar(20) not null,
  services_delivered varchar(20) not null,
  household_says     bytea       not null,
  resolved           boolean     not null,
  next_step          bytea,
  suggestion         bytea,
  followed_by        varchar(64) not null,
  district_code      varchar(6)  not null,
  street_code        varchar(9)  not null,
  point_code         varchar(12)
);
create index follow_up_case on follow_up (case_id, id desc);
alter table follow_up enable row level security;
create policy scope on follow_up using (jiuzhu_sees(district_code, street_code, point_code));
