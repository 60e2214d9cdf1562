-- The work calendar: days off, and weekend days worked instead (调休). A year without a row here is provisional.
create table calendar_year (
    year        integer primary key,
    provisional boolean not null
);

create table calendar_day (
    day      date primary key,
    kind     text not null check (kind in ('OFF', 'WORK')),
    label_zh text not null,
    label_en text not null
);

insert into calendar_year (year, provisional) values (2026, false);

insert into calendar_day (day, kind, label_zh, label_en) values
    ('2026-01-01', 'OFF', '元旦', 'New Year''s Day'),
    ('2026-01-02', 'OFF', '元旦', 'New Year''s Day'),
    ('2026-01-03', 'OFF', '元旦', 'New Year''s Day'),
    ('2026-01-04', 'WORK', '元旦调休上班', 'Make-up workday for New Year''s Day'),
    ('2026-02-14', 'WORK', '春节调休上班', 'Make-up workday for Spring Festival'),
    ('2026-02-15', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-16', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-17', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-18', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-19', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-20', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-21', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-22', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-23', 'OFF', '春节', 'Spring Festival'),
    ('2026-02-28', 'WORK', '春节调休上班', 'Make-up workday for Spring Festival'),
    ('2026-04-04', 'OFF', '清明节', 'Tomb-Sweeping Day'),
    ('2026-04-05', 'OFF', '清明节', 'Tomb-Sweeping Day'),
    ('2026-04-06', 'OFF', '清明节', 'Tomb-Sweeping Day'),
    ('2026-05-01', 'OFF', '劳动节', 'Labour Day'),
    ('2026-05-02', 'OFF', '劳动节', 'Labour Day'),
    ('2026-05-03', 'OFF', '劳动节', 'Labour Day'),
    ('2026-05-04', 'OFF', '劳动节', 'Labour Day'),
    ('2026-05-05', 'OFF', '劳动节', 'Labour Day'),
    ('2026-05-09', 'WORK', '劳动节调休上班', 'Make-up workday for Labour Day'),
    ('2026-06-19', 'OFF', '端午节', 'Dragon Boat Festival'),
    ('2026-06-20', 'OFF', '端午节', 'Dragon Boat Festival'),
    ('2026-06-21', 'OFF', '端午节', 'Dragon Boat Festival'),
    ('2026-09-20', 'WORK', '国庆节调休上班', 'Make-up workday for National Day'),
    ('2026-09-25', 'OFF', '中秋节', 'Mid-Autumn Festival'),
    ('2026-09-26', 'OFF', '中秋节', 'Mid-Autumn Festival'),
    ('2026-09-27', 'OFF', '中秋节', 'Mid-Autumn Festival'),
    ('2026-10-01', 'OFF', '国庆节', 'National Day'),
    ('2026-10-02', 'OFF', '国庆节', 'National Day'),
    ('2026-10-03', 'OFF', '国庆节', 'National Day'),
    ('2026-10-04', 'OFF', '国庆节', 'National Day'),
    ('2026-10-05', 'OFF', '国庆节', 'National Day'),
    ('2026-10-06', 'OFF', '国庆节', 'National Day'),
    ('2026-10-07', 'OFF', '国庆节', 'National Day'),
    ('2026-10-10', 'WORK', '国庆节调休上班', 'Make-up workday for National Day');
