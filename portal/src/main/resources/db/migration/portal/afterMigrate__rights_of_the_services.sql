-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'portal'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    grant usage on schema portal to unenrol_ingest;
    grant select on portal.flyway_schema_history to unenrol_ingest;
    grant select, insert, update, delete on portal.spring_session, portal.spring_session_attributes to unenrol_ingest;
    grant select, insert, update, delete on portal.sign_in, portal.upload_attempt to unenrol_ingest;
end
$$;
