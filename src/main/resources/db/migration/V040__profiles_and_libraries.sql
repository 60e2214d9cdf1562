-- Which jurisdiction profile a unit follows of its own, over time; units below inherit it. Public knowledge.
create table org_profile (
  org_code   varchar(18) not null references org_unit,
  profile    varchar(32) not null,
  valid_from date        not null,
  valid_to   date,
  primary key (org_code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
insert into org_profile (org_code, profile, valid_from, valid_to)
  select code, profile, coalesce(profile_from, date '2000-01-01'), profile_to from org_unit where profile is not null;
alter table org_unit drop column profile, drop column profile_from, drop column profile_to;

-- The policy, resource and project libraries (CS 四(三), R11, R12). A change is a further version; the newest version
-- that has begun counts, nothing is rewritten and nothing deleted.
create table library_entry (
  id          bigint generated always as identity primary key,
  library     varchar(8)  not null check (library in ('POLICY', 'RESOURCE', 'PROJECT')),
  code        varchar(32) not null,
  version     integer     not null check (version >= 1),
  domain      varchar(16) not null check (domain in
    ('BASIC_LIVING', 'MEDICAL', 'EDUCATION', 'HOUSING', 'EMPLOYMENT', 'DISABILITY', 'CHILDREN')),
  kind        varchar(24),
  name        text not null,
  name_en     text not null default '',
  summary     text not null default '',
  summary_en  text not null default '',
  contact     text not null default '',
  source      text not null,
  street_code varchar(9) references org_unit,
  valid_from  date not null,
  valid_to    date,
  written_by  varchar(64) not null,
  written_at  timestamptz not null,
  unique (code, version),
  check (valid_to is null or valid_to >= valid_from),
  check ((library = 'POLICY') = (kind is null))
);
create index library_entry_listed on library_entry (library, domain, code);
create sequence library_number start 1001;

insert into library_entry (id, library, code, version, domain, kind, name, name_en, source, street_code, valid_from,
    valid_to, written_by, written_at) overriding system value
  select id, 'RESOURCE', 'ZY-' || lpad(id::text, 4, '0'), 1, 'BASIC_LIVING', kind, name, name_en, '', street_code,
    valid_from, valid_to, 'system', now() from resource;
select setval(pg_get_serial_sequence('library_entry', 'id'), (select coalesce(max(id), 0) + 1 from library_entry), false);
insert into library_entry (library, code, version, domain, name, name_en, source, valid_from, valid_to, written_by,
    written_at)
  select 'POLICY', code, 1, domain, name, name_en, source, valid_from, valid_to, 'system', now() from policy;
drop table policy;
drop table resource;

-- What of a code holds on a day: the newest version that has begun, or, before the first has begun, the first.
create function library_on(day date) returns setof library_entry language sql stable as $$
  select distinct on (code) * from library_entry
  order by code, (valid_from <= day) desc, case when valid_from <= day then -version else version end
$$;
