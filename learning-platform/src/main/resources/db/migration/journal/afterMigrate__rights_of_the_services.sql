-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'journal'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    grant usage on schema journal to unenrol_ingest, unenrol_worker, unenrol_notifier;
    grant select on journal.flyway_schema_history to unenrol_ingest, unenrol_worker, unenrol_notifier;

    grant select, insert, update, delete on journal.entry to unenrol_worker;
    grant select on journal.fenced_import to unenrol_worker;

    -- Imports are closed, and old ones forgotten.
    grant select on journal.entry to unenrol_ingest, unenrol_notifier;
    grant insert (import_id) on journal.fenced_import to unenrol_ingest, unenrol_notifier;
    grant select on journal.fenced_import to unenrol_notifier;
    grant delete on journal.entry to unenrol_notifier;
end
$$;
