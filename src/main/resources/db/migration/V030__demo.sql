-- The demo clock's offset, and which nodes are alive: the clock may move only while there is one.

create table demo_clock (
  only_one  boolean primary key default true check (only_one),
  offset_ms bigint not null check (offset_ms >= 0)
);

create table node_alive (
  node    varchar(64) primary key,
  seen_at timestamptz not null
);
