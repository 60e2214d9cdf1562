-- What a change would mean for whom, while it is looked at: found some people at a time, so that no request waits for a
-- whole district, and thrown away the next day.
create table rule_preview (
  id           bigint generated always as identity primary key,
  key          varchar(64) not null unique,
  asked_at     timestamptz not null,
  people_total int         not null,
  people_seen  int         not null default 0,
  last_person  bigint      not null default 0,
  open_windows int         not null default 0,
  finished_at  timestamptz
);

-- Those whose plan would demand something else.
create table rule_preview_person (
  preview_id    bigint           not null references rule_preview on delete cascade,
  person_id     bigint           not null,
  -- Visits in an average week, more than now.
  more          double precision not null,
  district_code varchar(6)       not null,
  street_code   varchar(9)       not null,
  point_code    varchar(12),
  primary key (preview_id, person_id)
);
alter table rule_preview_person enable row level security;
create policy scope on rule_preview_person using (jiuzhu_sees(district_code, street_code, point_code));
