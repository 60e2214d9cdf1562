-- Leads: what reached us about somebody in difficulty, from whom, and what the source is told.
create table lead (
  id               bigint generated always as identity primary key,
  number           varchar(32)  not null unique,
  source           varchar(32)  not null,
  source_ref       varchar(64),
  received_at      timestamptz  not null,
  as_received      bytea,
  story            bytea,
  reporter_name    bytea,
  reporter_phone   bytea,
  reported_by      varchar(64)  not null,
  said_name        bytea,
  said_id          bytea,
  said_id_hash     varchar(64),
  said_phone       bytea,
  committee_code   text,
  road             text,
  room             bytea,
  questionable     text         not null default '',
  place_assumed    boolean      not null,
  danger_to_life   boolean,
  minor_at_risk    boolean,
  major_change     boolean,
  street_person    boolean,
  ask_safety       boolean      not null default false,
  person_id        bigint,
  household_id     bigint,
  match            varchar(16)  not null default 'NONE',
  not_duplicate    boolean      not null default false,
  urgency          varchar(16)  not null,
  route            varchar(32),
  source_deadline  timestamptz,
  reply_due_at     timestamptz,
  state            varchar(16)  not null,
  triage           varchar(16),
  department       varchar(32),
  district_code    varchar(6)   not null,
  street_code      varchar(9)   not null,
  point_code       varchar(12)
);
create unique index lead_ticket_once on lead (source, source_ref) where source_ref is not null;
create index lead_place on lead (street_code, point_code, id);
create index lead_household on lead (household_id) where household_id is not null;
alter table lead enable row level security;
create policy scope on lead using (jiuzhu_sees(district_code, street_code, point_code));

-- Claimed before a lead is written: of two deliveries of one ticket at the same moment, one waits here and then reads
-- the other's number. A ticket's reference names nobody.
create table lead_ticket (
  source     varchar(32) not null,
  source_ref varchar(64) not null,
  number     varchar(32) not null,
  primary key (source, source_ref)
);
alter table lead_ticket enable row level security;
create policy scope on lead_ticket using (jiuzhu_is_system());

-- Answers owed to the sources: written with the fact they tell, sent afterwards, each kind once per lead.
create table lead_reply (
  id              bigint generated always as identity primary key,
  lead_id         bigint       not null references lead,
  kind            varchar(32)  not null,
  message_key     varchar(64)  not null,
  argument_key    varchar(64),
  due_at          timestamptz,
  state           varchar(16)  not null check (state in ('PENDING', 'SENT', 'WAITING_FETCH')),
  attempts        integer      not null default 0,
  next_attempt_at timestamptz  not null,
  created_at      timestamptz  not null,
  sent_at         timestamptz,
  fetched_at      timestamptz,
  district_code   varchar(6)   not null,
  street_code     varchar(9)   not null,
  point_code      varchar(12),
  unique (lead_id, kind)
);
create index lead_reply_due on lead_reply (next_attempt_at) where state = 'PENDING';
alter table lead_reply enable row level security;
create policy scope on lead_reply using (jiuzhu_sees(district_code, street_code, point_code));
