-- A referral is what a professional point may see of a household: name, phone, need and excerpt, nothing else.

create table referral (
  id             bigint generated always as identity primary key,
  version        integer not null,
  number         varchar(32) not null unique,
  case_id        bigint not null,
  household_id   bigint not null,
  person_id      bigint not null,
  need_id        bigint not null,
  need_code      varchar(32) not null,
  urgency        varchar(12) not null,
  status         varchar(16) not null,
  ngo_code       varchar(18),
  offers         integer not null default 0,
  brief_name     bytea not null,
  brief_phone    bytea,
  brief_excerpt  bytea,
  consent_given  boolean,
  consent_on     date,
  consent_by     varchar(12),
  consent_ngos   text[] not null default '{}',
  refusal_reason bytea,
  worker_name    text,
  first_service_on date,
  outcome        varchar(16),
  outcome_note   bytea,
  sessions       integer,
  ended_on       date,
  further_need   bytea,
  return_note    bytea,
  satisfaction   varchar(16),
  opened_at      timestamptz not null,
  settled_at     timestamptz,
  district_code  varchar(6) not null,
  street_code    varchar(9) not null,
  point_code     varchar(12)
);
create index referral_case on referral (case_id);
create index referral_ngo_open on referral (ngo_code) where settled_at is null;
create unique index referral_need_open on referral (need_id) where settled_at is null;
alter table referral enable row level security;
create policy scope on referral using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees_ngo(ngo_code));

create table referral_offer (
  referral_id bigint not null references referral,
  ngo_code    varchar(18) not null,
  offered_at  timestamptz not null,
  answered_at timestamptz,
  answer      varchar(12),
  reason      varchar(24),
  message     bytea,
  primary key (referral_id, ngo_code)
);

create table referral_service (
  id          bigint generated always as identity primary key,
  referral_id bigint not null references referral,
  ngo_code    varchar(18) not null,
  served_on   date not null,
  hours       numeric(4,1) not null,
  method      varchar(16) not null,
  content     bytea not null,
  next_on     date,
  written_by  varchar(64) not null,
  written_at  timestamptz not null
);
create trigger referral_service_append_only before update or delete on referral_service
  for each row execute function jiuzhu_append_only();
