create schema history;

-- Written by the database itself: what the adapter says about its endings can be held against it.
create table history.ending (
    enrolment_id bigint not null,
    import uuid,
    row integer,
    transaction bigint not null default txid_current()
);

create function history.record_ending() returns trigger language plpgsql as $$
begin
    insert into history.ending (enrolment_id, import, row)
    values (new.id, new.ended_by_import, new.ended_by_row);
    return null;
end
$$;

create trigger record_ending after update on lms.enrolment
    for each row when (new.ended_at is distinct from old.ended_at)
    execute function history.record_ending();
