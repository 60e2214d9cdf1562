-- Why a version corrects the one before.
alter table service_record add column reason bytea;

-- Where a record belongs may be mended, so who sees it stands with its links and no longer with what was written.
alter table service_record_link
  add column district_code varchar(6),
  add column street_code   varchar(9),
  add column point_code    varchar(12),
  add column ngo_code      varchar(18);
update service_record_link l
  set district_code = r.district_code, street_code = r.street_code, point_code = r.point_code, ngo_code = r.ngo_code
  from service_record r where r.number = l.number and r.version = 1;
alter table service_record_link
  alter column district_code set not null,
  alter column street_code set not null;

drop policy scope on service_record_link;
create policy scope on service_record_link using (
  jiuzhu_sees(district_code, street_code, point_code) or jiuzhu_sees_ngo(ngo_code));
drop policy scope on service_record;
create policy scope on service_record using (
  jiuzhu_is_system() or exists (select 1 from service_record_link l where l.number = service_record.number));

-- A record that was put on the wrong household: from where to where, by whom and why. Moved back is moved again.
create table service_record_move (
  id                bigint generated always as identity primary key,
  number            varchar(32) not null,
  reason            bytea       not null,
  moved_by          varchar(64) not null,
  moved_by_name     varchar(64) not null,
  moved_at          timestamptz not null,
  from_about        varchar(32) not null,
  from_task_id      varchar(64),
  from_household_id bigint,
  from_case_id      bigint,
  from_person_id    bigint,
  from_district     varchar(6)  not null,
  from_street       varchar(9)  not null,
  from_point        varchar(12),
  from_ngo          varchar(18),
  to_household_id   bigint,
  to_person_id      bigint      not null
);
create index service_record_move_number on service_record_move (number, id);
create trigger service_record_move_append_only before update or delete on service_record_move
  for each row execute function jiuzhu_append_only();
alter table service_record_move enable row level security;
create policy scope on service_record_move using (
  jiuzhu_is_system() or exists (select 1 from service_record_link l where l.number = service_record_move.number));
