-- Near relatives of those who work here (近亲属备案, PT(三)(五)): declared, ended with a reason, never deleted.
create table relative_filing (
  id            bigint generated always as identity primary key,
  username      varchar(64) not null,
  relation      varchar(16) not null,
  -- Whom it is about: by the hash of the identity number, so that it takes effect when somebody registers; by person or
  -- lead where no number is known.
  id_hash       varchar(43),
  person_id     bigint,
  lead_id       bigint,
  name          bytea       not null,
  id_number     bytea,
  source        varchar(12) not null check (source in ('SELF', 'SUPERVISOR', 'TASK')),
  declared_by   varchar(64) not null,
  declared_at   timestamptz not null,
  since_on      date        not null,
  ended_on      date,
  end_reason    bytea,
  ended_by      varchar(64),
  ended_at      timestamptz,
  -- Where the consultant works: whose list it stands on.
  district_code varchar(6)  not null,
  street_code   varchar(9),
  point_code    varchar(12),
  check (num_nonnulls(id_hash, person_id, lead_id) = 1),
  check (num_nonnulls(ended_on, end_reason, ended_by, ended_at) in (0, 4))
);
create unique index relative_filing_hash on relative_filing (username, id_hash) where ended_on is null;
create unique index relative_filing_person on relative_filing (username, person_id) where ended_on is null;
create unique index relative_filing_lead on relative_filing (username, lead_id) where ended_on is null;
create index relative_filing_of_hash on relative_filing (id_hash) where ended_on is null;
create index relative_filing_of_person on relative_filing (person_id) where ended_on is null;
create index relative_filing_of_lead on relative_filing (lead_id) where ended_on is null;
create index relative_filing_street on relative_filing (street_code, id desc);
create index relative_filing_district on relative_filing (district_code, id desc);

-- What a consultant tried although the relative was on file: for the cross-inspection.
create table relative_attempt (
  id            bigint generated always as identity primary key,
  filing_id     bigint      not null references relative_filing,
  at            timestamptz not null,
  deed          varchar(12) not null check (deed in ('OPEN', 'CLAIM', 'COMPLETE')),
  subject       varchar(64) not null,
  district_code varchar(6)  not null,
  street_code   varchar(9),
  point_code    varchar(12)
);
create index relative_attempt_filing on relative_attempt (filing_id, id desc);
create trigger relative_attempt_append_only before update or delete on relative_attempt
  for each row execute function jiuzhu_append_only();

-- A point's own scope shows neither: who is related to whom is the consultant's matter and the supervisors'.
create function jiuzhu_supervises(district text, street text) returns boolean
language sql stable parallel safe as $$
  select current_setting('jiuzhu.level', true) in ('SYSTEM', 'STREET', 'DISTRICT')
    and jiuzhu_sees(district, street, null)
$$;
alter table relative_filing enable row level security;
create policy scope on relative_filing using (jiuzhu_supervises(district_code, street_code));
alter table relative_attempt enable row level security;
create policy scope on relative_attempt using (jiuzhu_supervises(district_code, street_code));

-- A filing is ended once; nothing else of it changes and nothing is deleted.
create function relative_filing_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_on is null
     and to_jsonb(new) - '{ended_on,end_reason,ended_by,ended_at}'::text[]
       = to_jsonb(old) - '{ended_on,end_reason,ended_by,ended_at}'::text[] then
    return new;
  end if;
  raise exception 'relative_filing is kept: it is ended once, never changed or deleted' using errcode = 'JZ001';
end $$;
create trigger relative_filing_kept before update or delete on relative_filing
  for each row execute function relative_filing_is_kept();

-- What stays closed to somebody inside their own scope: ids, set at the begin of a transaction, '' or unset for nothing.
create function jiuzhu_closed(kind text) returns bigint[]
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('jiuzhu.closed_' || kind, true), ''), '{}')::bigint[]
$$;
create function jiuzhu_closed_tasks() returns text[]
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('jiuzhu.closed_tasks', true), ''), '{}')::text[]
$$;

-- By which the ids that are closed to one consultant are found.
create index lead_said_id_hash on lead (said_id_hash) where said_id_hash is not null;
create index lead_of_person on lead (person_id) where person_id is not null;
create index assistance_case_of_person on assistance_case (person_id);
create index work_item_person on work_item (person_id) where person_id is not null;

-- Offers say which tasks there are: closed ones are not counted either. The policies are in afterMigrate.sql, which
-- closes every table that names a household, a person, a case or a lead.
alter table work_offer enable row level security;
create policy scope on work_offer using (true);

-- A push's entry names its lead by number only.
create function jiuzhu_lead_is_closed(lead_number text) returns boolean
language sql stable parallel safe security definer as $$
  select exists (select 1 from lead l where l.number = lead_number and l.id = any (jiuzhu_closed('leads')))
$$;
create policy relatives_by_number on lead_push_entry as restrictive using (
  lead_number is null or (select jiuzhu_closed('leads')) = '{}' or not jiuzhu_lead_is_closed(lead_number));
