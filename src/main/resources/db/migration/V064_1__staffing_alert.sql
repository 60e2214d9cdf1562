-- A unit has fewer consultants on file than its notice wants; the station lead says what is done about it.
create sequence number_ry;
create table staffing_alert (
  id            bigint generated always as identity primary key,
  number        varchar(20) not null unique,
  org_code      varchar(18) not null,
  minimum       smallint    not null,
  filed         smallint    not null,
  opened_at     timestamptz not null,
  measure       varchar(16),
  restore_by    date,
  note          bytea,
  answered_at   timestamptz,
  answered_by   varchar(64),
  restored_at   timestamptz,
  district_code varchar(6)  not null,
  street_code   varchar(9)  not null,
  point_code    varchar(12)
);
create unique index staffing_alert_open on staffing_alert (org_code) where restored_at is null;
alter table staffing_alert enable row level security;
create policy scope on staffing_alert using (jiuzhu_sees(district_code, street_code, point_code));
