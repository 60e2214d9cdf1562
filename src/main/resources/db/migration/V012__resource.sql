-- The policy library, the resource library, and what professional points offer (CS 四(三), R11, R12).

create table policy (
  code       varchar(32) primary key,
  domain     varchar(24) not null,
  name       text not null,
  name_en    text not null,
  source     text not null,
  valid_from date not null,
  valid_to   date
);

create table resource (
  id          bigint generated always as identity primary key,
  kind        varchar(32) not null,
  name        text not null unique,
  name_en     text not null,
  street_code varchar(9),
  valid_from  date not null,
  valid_to    date
);

-- A professional (NGO) point: which needs it serves, where, and how many referrals at a time.
create table provider (
  ngo_code     varchar(18) primary key,
  need_codes   text[] not null,
  street_codes text[] not null,
  home_street  varchar(9) not null,
  capacity     integer not null check (capacity >= 0)
);
