-- Who was refused what, and who read what is sensitive. Ids and codes only, no personal data.
create table audit_event (
    id           bigint generated always as identity primary key,
    at           timestamptz  not null,
    kind         varchar(40)  not null,
    actor        varchar(100),
    subject_type varchar(60)  not null,
    subject_id   varchar(200) not null,
    detail       varchar(200)
);
create index audit_event_subject on audit_event (subject_type, subject_id, id);
create index audit_event_actor on audit_event (actor, id);

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function jiuzhu_append_only();
