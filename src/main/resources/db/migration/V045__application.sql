-- Why what was planned for a need came to nothing, and the resource thought of for it.
alter table need add column setback bytea, add column resource_id bigint;
alter table service_plan_item add column resource_id bigint;

-- One attempt to link a resource to a need, and one request to a department's line.
create table resource_link (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null,
  household_id  bigint      not null,
  need_id       bigint      not null,
  resource_id   bigint      not null,
  outcome       varchar(12) not null,
  linked_on     date        not null,
  words         bytea       not null,
  written_by    varchar(64) not null,
  written_at    timestamptz not null,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index resource_link_case on resource_link (case_id, id desc);
alter table resource_link enable row level security;
create policy scope on resource_link using (jiuzhu_sees(district_code, street_code, point_code));

create table line_coordination (
  id              bigint generated always as identity primary key,
  case_id         bigint      not null,
  household_id    bigint      not null,
  need_id         bigint      not null,
  department      varchar(32) not null,
  department_name varchar(100),
  asked_on        date        not null,
  request         bytea       not null,
  answer          varchar(12) not null,
  answered_on     date        not null,
  words           bytea       not null,
  written_by      varchar(64) not null,
  written_at      timestamptz not null,
  district_code   varchar(6)  not null,
  street_code     varchar(9)  not null,
  point_code      varchar(12)
);
create index line_coordination_case on line_coordination (case_id, id desc);
alter table line_coordination enable row level security;
create policy scope on line_coordination using (jiuzhu_sees(district_code, street_code, point_code));

-- Applications that households are helped with, and every result that came, whether something waited for it or not.
create sequence number_sq;

create table application (
  id                     bigint generated always as identity primary key,
  version                integer     not null,
  number                 varchar(32) not null unique,
  case_id                bigint      not null,
  household_id           bigint      not null,
  person_id              bigint      not null,
  need_id                bigint      not null,
  urgency                varchar(12) not null,
  status                 varchar(16) not null,
  policy_code            varchar(64),
  eligibility            varchar(12),
  explained_on           date,
  end_reason             bytea,
  commitment             varchar(12),
  commitment_on          date,
  commitment_by          varchar(12),
  commitment_reason      bytea,
  commitment_approved_by varchar(64),
  materials              text[]      not null default '{}',
  shared_proofs          text[]      not null default '{}',
  missing                bytea,
  submitted_on           date,
  receipt_number         varchar(64),
  window_name            varchar(100),
  accepted_on            date,
  result                 varchar(16),
  decided_on             date,
  result_reference       varchar(64),
  result_note            bytea,
  result_explained_on    date,
  appeal_told            boolean,
  opened_at              timestamptz not null,
  settled_at             timestamptz,
  district_code          varchar(6)  not null,
  street_code            varchar(9)  not null,
  point_code             varchar(12),
  check ((commitment = 'EXCEPTED') <= (commitment_reason is not null and commitment_approved_by is not null))
);
create index application_case on application (case_id, id);
create unique index application_need_open on application (need_id) where settled_at is null;
alter table application enable row level security;
create policy scope on application using (jiuzhu_sees(district_code, street_code, point_code));

create table application_result (
  source         varchar(64) not null,
  reference      varchar(64) not null,
  application_id bigint      not null references application,
  number         varchar(32) not null,
  result         varchar(16) not null,
  decided_on     date        not null,
  note           bytea,
  standing       varchar(12) not null,
  received_at    timestamptz not null,
  received_by    varchar(64) not null,
  district_code  varchar(6)  not null,
  street_code    varchar(9)  not null,
  point_code     varchar(12),
  primary key (source, reference)
);
create index application_result_application on application_result (application_id);
alter table application_result enable row level security;
create policy scope on application_result using (jiuzhu_sees(district_code, street_code, point_code));
create trigger application_result_append_only before update or delete on application_result
  for each row execute function jiuzhu_append_only();
