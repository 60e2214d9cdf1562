-- Songjiang's service record (SJ 附件). A version is written once; what may change later stands in side tables.
create sequence number_jl;
create table service_record (
  id             bigint generated always as identity primary key,
  number         varchar(32)  not null,
  version        smallint     not null,
  supersedes_id  bigint unique references service_record,
  request_id     uuid         not null,
  resident_name  varchar(100) not null,
  committee_code varchar(12)  not null,
  committee_name varchar(100) not null,
  tags           varchar(40)[] not null,
  mode           varchar(20)  not null,
  mode_other     bytea,
  participants   bytea        not null,
  served_on      date         not null,
  hours          numeric(3, 1) not null,
  items          varchar(4)[] not null,
  initiator      varchar(20)  not null,
  companions     bytea,
  content        bytea        not null,
  author         varchar(64)  not null,
  author_name    varchar(64)  not null,
  author_filed   boolean      not null,
  written_at     timestamptz  not null,
  district_code  varchar(6)   not null,
  street_code    varchar(9)   not null,
  point_code     varchar(12),
  ngo_code       varchar(18),
  unique (number, version),
  unique (author, request_id),
  check ((version = 1) = (supersedes_id is null)),
  check (hours > 0 and hours <= 24),
  check (cardinality(items) > 0)
);
create trigger service_record_append_only before update or delete on service_record
  for each row execute function jiuzhu_append_only();
alter table service_record enable row level security;
create policy scope on service_record using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees_ngo(ngo_code));

-- The task, household and case a record belongs to, and the person: links of all its versions, which may be mended.
create table service_record_link (
  number       varchar(32) primary key,
  about        varchar(32) not null,
  task_id      varchar(64),
  household_id bigint,
  case_id      bigint,
  person_id    bigint
);
create index service_record_link_task on service_record_link (task_id) where task_id is not null;
create index service_record_link_household on service_record_link (household_id) where household_id is not null;
create index service_record_link_case on service_record_link (case_id) where case_id is not null;
alter table service_record_link enable row level security;
create policy scope on service_record_link using (
  jiuzhu_is_system() or exists (select 1 from service_record r where r.number = service_record_link.number));

-- 图片记录: added with a version of the record, never changed; the bytes are encrypted.
create table service_record_picture (
  id        bigint generated always as identity primary key,
  record_id bigint not null references service_record,
  jpeg      bytea  not null
);
create index service_record_picture_record on service_record_picture (record_id);
create trigger service_record_picture_append_only before update or delete on service_record_picture
  for each row execute function jiuzhu_append_only();
alter table service_record_picture enable row level security;
create policy scope on service_record_picture using (
  jiuzhu_is_system() or exists (select 1 from service_record r where r.id = service_record_picture.record_id));
