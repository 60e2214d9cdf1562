-- What every module stands on: who may see a row, the work list, drafts, models, the time line.

-- The one question of data scope. Level and code are set at the begin of every transaction.
create function jiuzhu_sees(district text, street text, point text) returns boolean
language sql stable parallel safe as $$
  select case current_setting('jiuzhu.level', true)
    when 'SYSTEM' then true
    when 'POINT' then point = current_setting('jiuzhu.code', true)
    when 'STREET' then street = current_setting('jiuzhu.code', true)
    when 'DISTRICT' then district = current_setting('jiuzhu.code', true)
    else false end
$$;

create function jiuzhu_sees_ngo(ngo text) returns boolean
language sql stable parallel safe as $$
  select current_setting('jiuzhu.level', true) = 'NGO' and ngo = current_setting('jiuzhu.code', true)
$$;

create function jiuzhu_is_system() returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('jiuzhu.level', true) = 'SYSTEM', false)
$$;

create function jiuzhu_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: a correction supersedes, nothing is changed or deleted', tg_table_name
    using errcode = 'JZ001';
end $$;

create table work_item (
  task_id               varchar(64) primary key,
  task_key              varchar(64) not null,
  process_key           varchar(64) not null,
  process_instance_id   varchar(64) not null,
  process_definition_id varchar(64) not null,
  number                varchar(32) not null,
  household_id          bigint,
  person_id             bigint,
  case_id               bigint,
  lead_id               bigint,
  district_code         varchar(6)  not null,
  street_code           varchar(9)  not null,
  point_code            varchar(12),
  ngo_code              varchar(18),
  urgency               smallint    not null,
  stage                 smallint    not null,
  assignee              varchar(64),
  created_at            timestamptz not null,
  due_at                timestamptz not null,
  reminded_at           timestamptz,
  escalated_at          timestamptz
);
create index work_item_mine on work_item (assignee, due_at, urgency, task_id) include (stage) where assignee is not null;
create index work_item_instance on work_item (process_instance_id, task_key);
create index work_item_case on work_item (case_id) where case_id is not null;
create index work_item_household on work_item (household_id) where household_id is not null;
create index work_item_lead on work_item (lead_id) where lead_id is not null;
create index work_item_street on work_item (street_code, due_at);

-- Whom an item is offered to: the item's sort columns again, so that one index answers one group's page.
create table work_offer (
  group_key varchar(64) not null,
  task_id   varchar(64) not null references work_item on delete cascade,
  due_at    timestamptz not null,
  urgency   smallint    not null,
  stage     smallint    not null,
  taken     boolean     not null,
  primary key (task_id, group_key)
);
create index work_offer_group on work_offer (group_key, due_at, urgency, task_id) include (stage) where not taken;
create index work_offer_group_all on work_offer (group_key, due_at, urgency, task_id) include (stage, taken);

-- Who finished what: tells the second of two people who completes one task.
create table task_done (
  task_id    varchar(64) primary key,
  done_by    varchar(64) not null,
  done_at    timestamptz not null,
  group_keys text[]      not null
);

alter table work_item enable row level security;
create policy scope on work_item using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees_ngo(ngo_code));

create table task_draft (
  task_id  varchar(64) not null,
  username varchar(64) not null,
  answers  bytea       not null,
  saved_at timestamptz not null,
  primary key (task_id, username)
);

create table model_draft (
  module     varchar(64)  not null,
  name       varchar(200) not null,
  content    bytea        not null,
  created_at timestamptz  not null,
  primary key (module, name)
);

-- What happened, said once and never changed.
create table timeline_event (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  kind          varchar(40) not null,
  actor         varchar(64) not null,
  actor_name    varchar(64) not null,
  number        varchar(32) not null,
  task_key      varchar(64),
  household_id  bigint,
  case_id       bigint,
  lead_id       bigint,
  referral_id   bigint,
  late          boolean not null default false,
  detail        bytea,
  district_code varchar(6) not null,
  street_code   varchar(9) not null,
  point_code    varchar(12),
  ngo_code      varchar(18)
);
create index timeline_case on timeline_event (case_id, at desc, id desc) where case_id is not null;
create index timeline_lead on timeline_event (lead_id, at desc, id desc) where lead_id is not null;
create index timeline_household on timeline_event (household_id, at desc, id desc) where household_id is not null;
create index timeline_referral on timeline_event (referral_id, at desc, id desc) where referral_id is not null;
create trigger timeline_event_append_only before update or delete on timeline_event
  for each row execute function jiuzhu_append_only();
alter table timeline_event enable row level security;
create policy scope on timeline_event using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees_ngo(ngo_code));

-- Running numbers: leads, cases, referrals, conferences. Sequences never wait for another transaction.
create sequence number_xs;
create sequence number_sh;
create sequence number_zj;
create sequence number_hs;
