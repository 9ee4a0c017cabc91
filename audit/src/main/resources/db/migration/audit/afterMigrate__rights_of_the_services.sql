-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'audit'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    revoke execute on all functions in schema audit from public;
    grant usage on schema audit to unenrol_ingest, unenrol_notifier;
    grant select on audit.flyway_schema_history to unenrol_ingest, unenrol_notifier;

    -- Neither the time of an entry nor its place in the chain is for who adds it to say.
    grant insert (kind, account_id, account, via, via_name, address, import_id, about, details)
        on audit.entry to unenrol_ingest, unenrol_notifier;

    grant select, update (sequence, previous, hash) on audit.entry to unenrol_ingest;
    grant select, update (sequence, hash) on audit.chain to unenrol_ingest;

    grant select (id) on audit.entry to unenrol_notifier;
    grant execute on function audit.purge to unenrol_notifier;
end
$$;
