-- The network: who works where. Public knowledge, hence no row-level security; a telephone number is encrypted.
create table org_unit (
  code         varchar(18) primary key,
  kind         varchar(10) not null check (kind in ('DISTRICT', 'STREET', 'POINT', 'NGO')),
  name         varchar(60) not null,
  parent_code  varchar(18) references org_unit,
  profile      varchar(32),
  profile_from date,
  profile_to   date,
  active       boolean not null default true,
  check ((kind = 'DISTRICT') = (parent_code is null)),
  check (length(code) = case kind when 'DISTRICT' then 6 when 'STREET' then 9 when 'POINT' then 12 else 18 end)
);
create index org_unit_parent on org_unit (parent_code);

create table consultant (
  username     varchar(64) primary key,
  display_name varchar(64) not null,
  org_code     varchar(18) not null references org_unit,
  position     varchar(24) not null,
  occupation   varchar(24) not null,
  filing       varchar(10) not null check (filing in ('FILED', 'PENDING', 'WITHDRAWN')),
  filing_on    date        not null,
  phone        bytea
);
create index consultant_org on consultant (org_code, filing);
