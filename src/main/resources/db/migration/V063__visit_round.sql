-- Rounds: their number, what each chunk did and on which node, and what could not be started.

alter table visit_round add column number varchar(20) generated always as
  ('PC-' || extract(year from requested_at at time zone 'Asia/Shanghai')::int || '-' || lpad(id::text, 6, '0')) stored;
-- The last street whose digests are made.
alter table visit_round add column digest_after varchar(9) not null default '';
-- Tiers could not all be weighed; the rest is left to the next round.
alter table visit_round add column review_failed_at timestamptz;
-- After a failure visits are started one by one, until it is known which one cannot be started.
alter table visit_round add column careful boolean not null default false;
create unique index visit_round_number on visit_round (number);

create table visit_round_chunk (
  id         bigint generated always as identity primary key,
  round_id   bigint      not null references visit_round,
  step       varchar(8)  not null check (step in ('REVIEW', 'OPEN', 'START', 'DIGEST')),
  done       int         not null check (done > 0),
  node       varchar(36) not null,
  took_ms    int         not null,
  done_at    timestamptz not null
);
create index visit_round_chunk_round on visit_round_chunk (round_id, step);

-- A visit that could not be started stops no other: it is set aside until the next round, and shown.
alter table visit_window add column start_failed_at timestamptz;
create index visit_window_start_failed on visit_window (start_failed_at) where start_failed_at is not null;
