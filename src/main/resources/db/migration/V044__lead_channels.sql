-- Leads from every channel: pushes of the monitoring platform, the street hotline's log, patrols, the public form.

-- Two leads that may speak of one person are found by these hashes; a person says which are one (same_as_lead_id: the
-- first of them). from_department: who handed it over, as a code.
alter table lead add column said_name_hash  varchar(43);
alter table lead add column said_phone_hash varchar(43);
alter table lead add column same_as_lead_id bigint references lead;
alter table lead add column from_department varchar(32);
create index lead_said_name on lead (said_name_hash) where state = 'RECEIVED' and said_name_hash is not null;
create index lead_same_as on lead (same_as_lead_id) where same_as_lead_id is not null;
create index lead_street_newest on lead (street_code, id desc);
create index lead_point_newest on lead (point_code, id desc);
create index lead_reply_due_first on lead (reply_due_at, id) where reply_due_at is not null;

-- A push: kept as it came before anything is done with it. Its client and its words say whether it came before.
create sequence number_ts;
create table lead_push (
  id            bigint generated always as identity primary key,
  number        varchar(32) not null unique,
  pushed_by     varchar(64) not null,
  push_ref      varchar(64),
  content_hash  varchar(64) not null,
  received_at   timestamptz not null,
  finished_at   timestamptz,
  entries       integer     not null,
  accepted      integer     not null default 0,
  duplicates    integer     not null default 0,
  rejected      integer     not null default 0,
  tries         integer     not null default 0,
  district_code varchar(6)  not null
);
create unique index lead_push_ref on lead_push (pushed_by, push_ref) where push_ref is not null;
create unique index lead_push_content on lead_push (pushed_by, content_hash);

-- One entry of a push, as received; the place is that of its committee, once it could be read.
create table lead_push_entry (
  push_id       bigint      not null references lead_push,
  row_no        integer     not null,
  as_received   bytea       not null,
  state         varchar(16) not null default 'WAITING'
                check (state in ('WAITING', 'ACCEPTED', 'DUPLICATE', 'REJECTED')),
  source_ref    varchar(64),
  lead_number   varchar(32),
  problems      text        not null default '',
  district_code varchar(6)  not null,
  street_code   varchar(9),
  point_code    varchar(12),
  primary key (push_id, row_no)
);
create index lead_push_entry_waiting on lead_push_entry (push_id, row_no) where state = 'WAITING';
create index lead_push_entry_rejected on lead_push_entry (push_id, row_no) where state = 'REJECTED';
create index lead_push_entry_street on lead_push_entry (street_code, push_id);
alter table lead_push_entry enable row level security;
create policy scope on lead_push_entry using (jiuzhu_sees(district_code, street_code, point_code));

-- A push is seen where one of its entries is.
alter table lead_push enable row level security;
create policy scope on lead_push using (
  jiuzhu_sees(district_code, null, null)
  or exists (select 1 from lead_push_entry e where e.push_id = lead_push.id));

-- What a station writes down about calls to its hotline (SJ 三(四)) and a patrol about what it met (HT 三(一)1(3)),
-- whether or not it becomes a lead.
create table field_log (
  id            bigint generated always as identity primary key,
  kind          varchar(16) not null check (kind in ('HOTLINE_CALL', 'PATROL')),
  happened_at   timestamptz not null,
  who           bytea,
  phone         bytea,
  whereabouts   bytea,
  words         bytea       not null,
  lead_number   varchar(32),
  written_by    varchar(64) not null,
  written_name  varchar(64) not null,
  written_at    timestamptz not null,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index field_log_street on field_log (kind, street_code, id desc);
create trigger field_log_append_only before update or delete on field_log
  for each row execute function jiuzhu_append_only();
alter table field_log enable row level security;
create policy scope on field_log using (jiuzhu_sees(district_code, street_code, point_code));

-- How often the public form may be used: one bucket for everybody and one per address, whose id is a keyed hash.
create table rate_bucket (
  id         bigint primary key,
  state      bytea,
  expires_at timestamptz not null
);
create index rate_bucket_expired on rate_bucket (expires_at);
