-- On how many days nobody must have been at home for a window to read attempted: what held when it was owed, so that a
-- later change of that rule alters no old figure. Until now every profile had the one row that case-rules shipped with.
do $$
declare t text;
begin
  foreach t in array array['visit_step', 'visit_owed', 'visit_window'] loop
    execute format('alter table %I add column attempt_days smallint not null default 3 check (attempt_days >= 1)', t);
  end loop;
end $$;
