-- The application role reads and writes rows; it owns nothing and has no DDL.
grant usage on schema public to jiuzhu_app;
grant select, insert, update, delete on all tables in schema public to jiuzhu_app;
grant usage, select on all sequences in schema public to jiuzhu_app;
grant execute on all functions in schema public to jiuzhu_app;
revoke update, delete on flyway_schema_history from jiuzhu_app;
revoke update, delete on library_entry from jiuzhu_app;

-- Nobody reads of their own relatives: every table under row-level security that names a household, a person, a case, a
-- lead or (the offers) a task leaves out what is closed to the reader, the tables of later migrations too.
do $$
declare
  t record;
begin
  for t in
    select c.oid, c.relname as name, string_agg(
      format('(%1$I is null or %1$I <> all ((select %2$s)%3$s))', k.attribute, k.closed, k.type),
      ' and ' order by k.attribute) as rule
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join (values
        (null, 'household_id', 'jiuzhu_closed(''households'')', '::bigint[]'),
        (null, 'person_id', 'jiuzhu_closed(''people'')', '::bigint[]'),
        (null, 'case_id', 'jiuzhu_closed(''cases'')', '::bigint[]'),
        (null, 'lead_id', 'jiuzhu_closed(''leads'')', '::bigint[]'),
        ('household', 'id', 'jiuzhu_closed(''households'')', '::bigint[]'),
        ('person', 'id', 'jiuzhu_closed(''people'')', '::bigint[]'),
        ('assistance_case', 'id', 'jiuzhu_closed(''cases'')', '::bigint[]'),
        ('lead', 'id', 'jiuzhu_closed(''leads'')', '::bigint[]'),
        ('work_offer', 'task_id', 'jiuzhu_closed_tasks()', '::text[]')
      ) as k (relation, attribute, closed, type)
      on a.attname = k.attribute and (k.relation is null or k.relation = c.relname)
    where c.relkind = 'r' and c.relrowsecurity and c.relname not in ('relative_filing', 'relative_attempt')
    group by c.oid, c.relname
  loop
    -- The rule stands in the policy's comment, so that a start which changes nothing locks no table.
    if not exists (
      select 1 from pg_policy p where p.polrelid = t.oid and p.polname = 'relatives'
        and obj_description(p.oid, 'pg_policy') = t.rule) then
      execute format('drop policy if exists relatives on %I', t.name);
      execute format('create policy relatives on %I as restrictive using (%s)', t.name, t.rule);
      execute format('comment on policy relatives on %I is %L', t.name, t.rule);
    end if;
  end loop;
end $$;
