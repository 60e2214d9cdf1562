-- A change of rules, ordered for a day to come: other cells in some rows of the cadence table, or another profile for a
-- unit. How far the plans of those concerned have been weighed again is kept here, so that it goes on where it stopped.
create sequence number_gz;

create table rule_change (
  id            bigint generated always as identity primary key,
  number        varchar(32)  not null unique,
  kind          varchar(8)   not null check (kind in ('CADENCE', 'PROFILE')),
  district_code varchar(6)   not null,
  -- Whose rows change, or which profile the unit follows from that day on.
  profile       varchar(32)  not null,
  org_code      varchar(12),
  effective_on  date         not null,
  at_once       boolean      not null,
  reason        varchar(300) not null,
  state         varchar(10)  not null check (state in ('PLANNED', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED')),
  ordered_at    timestamptz  not null,
  ordered_by    varchar(64)  not null,
  cancelled_at  timestamptz,
  cancelled_by  varchar(64),
  published_at  timestamptz,
  version       int,
  finished_at   timestamptz,
  people_total  int          not null default 0,
  people_done   int          not null default 0,
  last_person   bigint       not null default 0,
  check ((kind = 'PROFILE') = (org_code is not null))
);
create unique index rule_change_planned on rule_change (kind, coalesce(org_code, profile))
  where state in ('PLANNED', 'RUNNING');
create index rule_change_district on rule_change (district_code, id desc);

-- The rows of a cadence change as they were and as they are to be.
create table rule_change_row (
  change_id     bigint      not null references rule_change,
  row_id        varchar(64) not null,
  is_new        boolean     not null,
  tiers         varchar(80) not null,
  on_node       boolean     not null,
  required      smallint    not null check (required >= 1),
  per           varchar(10) not null,
  channels      varchar(20) not null,
  distinct_days boolean     not null,
  days_ahead    smallint check (days_ahead >= 1),
  primary key (change_id, row_id, is_new)
);
