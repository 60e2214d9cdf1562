-- Residents and their households. Identity numbers, phones, rooms, diagnoses and what people tell are encrypted.
create table person (
  id                bigint generated always as identity primary key,
  version           integer      not null,
  name              varchar(100) not null,
  name_sort         varchar(700) not null,
  id_number         bytea,
  id_hash           varchar(43) unique,
  phone             bytea,
  phone_hash        varchar(43),
  sex               integer      not null check (sex in (0, 1, 2, 9)),
  birth_date        date,
  categories        varchar(200) not null,
  support_mode      varchar(10),
  hukou_kind        varchar(20),
  hukou_address     bytea,
  marital_status    varchar(20),
  employment        varchar(20),
  severe_illness    bytea,
  severe_illness_on bytea,
  disability_kind   varchar(20),
  disability_grade  integer check (disability_grade between 1 and 4),
  self_care         varchar(10),
  guardian          bytea,
  special_care      boolean      not null,
  illness_alert_on  date,
  extra_tier        varchar(10),
  standing          varchar(12)  not null,
  district_code     varchar(6)   not null,
  street_code       varchar(9)   not null,
  point_code        varchar(12)
);
create index person_point on person (point_code, name_sort, id);
create index person_street on person (street_code, name_sort, id);
create index person_district on person (district_code, name_sort, id);
create index person_phone on person (phone_hash) where phone_hash is not null;
create index person_name on person (name);

-- What a name is found by: characters, pinyin, initials, compared for equality.
create table name_token (
  token         varchar(700) not null,
  person_id     bigint      not null references person on delete cascade,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12),
  primary key (token, person_id)
);
create index name_token_person on name_token (person_id);

create sequence number_hu;

create table household (
  id             bigint generated always as identity primary key,
  version        integer      not null,
  number         varchar(20)  not null unique,
  road           varchar(100) not null,
  room           bytea        not null,
  head_person_id bigint       not null references person,
  safety_flags   varchar(100) not null,
  district_code  varchar(6)   not null,
  street_code    varchar(9)   not null,
  point_code     varchar(12)
);
create index household_point on household (point_code, road);

create table household_member (
  id             bigint generated always as identity primary key,
  household_id   bigint      not null references household,
  person_id      bigint      not null references person,
  relation       varchar(12) not null,
  lives_together boolean     not null,
  from_on        date        not null,
  to_on          date,
  district_code  varchar(6)  not null,
  street_code    varchar(9)  not null,
  point_code     varchar(12)
);
create unique index household_member_current on household_member (person_id) where to_on is null;
create index household_member_household on household_member (household_id);

create table major_change (
  id            bigint generated always as identity primary key,
  person_id     bigint      not null references person,
  kind          varchar(20) not null,
  happened_on   date        not null,
  note          bytea,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index major_change_person on major_change (person_id, happened_on);

create table need (
  id            bigint generated always as identity primary key,
  version       integer     not null,
  case_id       bigint      not null,
  household_id  bigint      not null references household,
  category      varchar(32) not null,
  description   bytea       not null,
  willing       boolean     not null,
  intervention  varchar(20),
  goal          bytea,
  plan_excerpt  bytea,
  status        varchar(12) not null,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create index need_case on need (case_id);
create index need_household on need (household_id);

do $$
declare t text;
begin
  foreach t in array array['person', 'name_token', 'household', 'household_member', 'major_change', 'need'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy scope on %I using (jiuzhu_sees(district_code, street_code, point_code))', t);
  end loop;
end $$;
