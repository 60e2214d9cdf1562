-- Which tellings of a visit were taken: the same one sent twice changes nothing.
create table visit_report (
  reported_by   varchar(64) not null,
  request_id    uuid        not null,
  record_number varchar(20),
  reported_at   timestamptz not null,
  primary key (reported_by, request_id)
);

-- Whoever reads of a contact reads the visitor's name, as on the record.
alter table visit_contact add column by_name varchar(60) not null default '';

-- Records written before contacts were kept are contacts too, by what their version in force says.
insert into visit_contact (person_id, record_number, on_day, mode, outcome, recorded_at, recorded_by, by_name,
    district_code, street_code, point_code)
select l.person_id, r.number, r.served_on, r.mode, 'DONE', r.written_at, r.author, r.author_name,
    l.district_code, l.street_code, l.point_code
from service_record r join service_record_link l on l.number = r.number
where l.person_id is not null
  and not exists (select 1 from service_record n where n.supersedes_id = r.id);
alter table visit_contact alter column by_name drop default;

-- What a late contact may still make up for.
create index visit_window_unsettled on visit_window (person_id, end_on) where settled_at is null;
