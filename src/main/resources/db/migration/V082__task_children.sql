-- Whenever a task ends the engine looks for tasks below it. There are none here, and it must not read a million to see that.
do $$
begin
  if to_regclass('act_ru_task') is not null then
    create index if not exists jiuzhu_task_children on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
  end if;
end $$;
