-- Jobs are acquired by priority and due date, also while a million are due at once or still to come.
do $$
begin
  -- Parts of the product are tested without an engine and its tables.
  if to_regclass('act_ru_job') is null then
    return;
  end if;

  -- The engine asks for due jobs only; those that wait for nothing but their turn have to say so.
  update act_ru_job set duedate_ = now() where duedate_ is null;

  -- What is due, the most urgent first, read as far as is acquired.
  create index jiuzhu_job_next on act_ru_job (priority_ desc, duedate_);
  -- Whether anything is due at all.
  create index jiuzhu_job_due on act_ru_job (duedate_);
  -- The engine leaves out jobs of a process of which one is running: few are.
  create index jiuzhu_job_running on act_ru_job (lock_exp_time_) where lock_owner_ is not null;
end $$;
