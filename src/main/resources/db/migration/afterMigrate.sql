-- The application role reads and writes rows; it owns nothing and has no DDL.
grant usage on schema public to jiuzhu_app;
grant select, insert, update, delete on all tables in schema public to jiuzhu_app;
grant usage, select on all sequences in schema public to jiuzhu_app;
grant execute on all functions in schema public to jiuzhu_app;
revoke update, delete on flyway_schema_history from jiuzhu_app;
revoke update, delete on library_entry from jiuzhu_app;
