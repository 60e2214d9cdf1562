-- Case conferences: convened, held, decided.

create table conference (
  id              bigint generated always as identity primary key,
  version         integer not null,
  number          varchar(32) not null unique,
  case_id         bigint not null,
  household_id    bigint not null,
  reason          varchar(24) not null,
  opened_at       timestamptz not null,
  meeting_on      date,
  place           text,
  consultants     text[] not null default '{}',
  departments     text[] not null default '{}',
  question        bytea,
  held_on         date,
  attended        bytea,
  decision        varchar(24),
  resource_id     bigint,
  responsible     varchar(64),
  decision_reason bytea,
  minutes         bytea,
  district_code   varchar(6) not null,
  street_code     varchar(9) not null,
  point_code      varchar(12)
);
create index conference_case on conference (case_id);
alter table conference enable row level security;
create policy scope on conference using (jiuzhu_sees(district_code, street_code, point_code));
