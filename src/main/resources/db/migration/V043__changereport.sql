-- Reports that something changed for a resident (HT 三(一)2(1)): kept as told, looked at, and what was found.
create sequence number_bh;

create table change_report (
  id            bigint generated always as identity primary key,
  version       integer      not null,
  number        varchar(20)  not null unique,
  source        varchar(12)  not null,
  household_id  bigint       not null references household,
  person_id     bigint       not null references person,
  kind          varchar(20)  not null,
  happened_on   date,
  story         bytea        not null,
  cannot_wait   boolean      not null,
  reported_at   timestamptz  not null,
  reported_by   varchar(64)  not null,
  reporter_name bytea,
  state         varchar(12)  not null,
  looked_on     date,
  method        varchar(12),
  found_kind    varchar(20),
  found_on      date,
  findings      bytea,
  severity      varchar(10),
  alert         boolean,
  next_step     varchar(12),
  assessed_by   varchar(64),
  tier_before   varchar(10),
  tier_after    varchar(10),
  tier_reason   varchar(40),
  news          boolean,
  lead_number   varchar(20),
  district_code varchar(6)   not null,
  street_code   varchar(9)   not null,
  point_code    varchar(12)
);
create index change_report_household on change_report (household_id, id);
alter table change_report enable row level security;
create policy scope on change_report using (jiuzhu_sees(district_code, street_code, point_code));

-- Claimed before a report is written, as lead_ticket is: the same report twice is one report.
create table change_ticket (
  reporter varchar(64) not null,
  ref      varchar(64) not null,
  number   varchar(20) not null,
  primary key (reporter, ref)
);
alter table change_ticket enable row level security;
create policy scope on change_ticket using (jiuzhu_is_system());
