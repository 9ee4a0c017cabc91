-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'lms'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    revoke execute on all functions in schema lms from public;
    grant usage on schema lms to unenrol_ingest, unenrol_worker, unenrol_notifier;
    grant select on lms.flyway_schema_history to unenrol_ingest, unenrol_worker, unenrol_notifier;

    grant select on lms.area, lms.app_user, lms.activity, lms.enrolment, lms.completion, lms.attendance to unenrol_ingest;
    grant update (external_reference) on lms.activity to unenrol_ingest;

    grant select on lms.app_user, lms.activity, lms.enrolment, lms.completion, lms.attendance, lms.fenced_import
        to unenrol_worker;
    grant update (ended_at, ended_by_import, ended_by_row) on lms.enrolment to unenrol_worker;
    -- Places are given back with the mark of the row that gives them.
    grant insert (user_id, activity_id, enrolled_at, began_by_import, began_by_row) on lms.enrolment to unenrol_worker;
    grant execute on function lms.near_form to unenrol_ingest, unenrol_worker;

    -- Imports are closed, once it is known which of their rows have ended something.
    grant select (ended_by_import, ended_by_row, began_by_import, began_by_row) on lms.enrolment to unenrol_notifier;
    grant insert (import_id) on lms.fenced_import to unenrol_ingest, unenrol_notifier;
end
$$;
