-- Cases: one household's way from a verified lead to its outcome, and the plans agreed on the way.
create table assistance_case (
  id            bigint generated always as identity primary key,
  number        varchar(32) not null unique,
  household_id  bigint      not null,
  person_id     bigint      not null,
  urgency       varchar(16) not null,
  received_at   timestamptz not null,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  outcome       varchar(32),
  verified      boolean,
  findings      bytea,
  summary       bytea,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
-- One case in hand per household; opening a second one joins the first (ON CONFLICT, never a caught violation).
create unique index assistance_case_active on assistance_case (household_id) where closed_at is null;
create index assistance_case_place on assistance_case (street_code, point_code, id desc);
create index assistance_case_household on assistance_case (household_id, id desc);
alter table assistance_case enable row level security;
create policy scope on assistance_case using (jiuzhu_sees(district_code, street_code, point_code));

create table case_lead (
  case_id       bigint      not null references assistance_case,
  lead_id       bigint      not null unique,
  received_at   timestamptz not null,
  joined_at     timestamptz not null,
  primary key (case_id, lead_id)
);

create table service_plan (
  id              bigint generated always as identity primary key,
  case_id         bigint      not null references assistance_case,
  round           integer     not null check (round >= 1),
  version         integer     not null check (version >= 1),
  state           varchar(16) not null,
  goal            bytea       not null,
  review_on       date,
  drafted_by      varchar(64) not null,
  drafted_at      timestamptz not null,
  answered_by     varchar(16),
  explained_on    date,
  household_words bytea,
  district_code   varchar(6)  not null,
  street_code     varchar(9)  not null,
  point_code      varchar(12),
  unique (case_id, round, version)
);
alter table service_plan enable row level security;
create policy scope on service_plan using (jiuzhu_sees(district_code, street_code, point_code));

create table service_plan_item (
  plan_id      bigint      not null references service_plan,
  position     integer     not null,
  need_id      bigint      not null,
  intervention varchar(32) not null,
  goal         bytea       not null,
  excerpt      bytea,
  primary key (plan_id, position),
  unique (plan_id, need_id)
);
alter table service_plan_item enable row level security;
create policy scope on service_plan_item using (
  exists (select 1 from service_plan p where p.id = plan_id));
alter table case_lead enable row level security;
create policy scope on case_lead using (
  exists (select 1 from assistance_case c where c.id = case_id));
