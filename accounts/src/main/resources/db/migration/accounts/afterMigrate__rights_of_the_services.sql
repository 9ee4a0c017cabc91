-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'accounts'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    grant usage on schema accounts to unenrol_ingest, unenrol_worker, unenrol_notifier;
    grant select on accounts.flyway_schema_history to unenrol_ingest, unenrol_worker, unenrol_notifier;

    grant select, insert, update on accounts.account, accounts.one_time_link, accounts.token to unenrol_ingest;
    grant select, insert, delete on accounts.managed_area, accounts.sign_in to unenrol_ingest;
    grant select, insert on accounts.external_identity, accounts.passkey_owner to unenrol_ingest;
    grant select, insert, update, delete
        on accounts.authenticator_app, accounts.recovery_code, accounts.passkey to unenrol_ingest;

    -- What an administrator may do, at the moment when a row is settled.
    grant select (id, username_key, role, disabled_at) on accounts.account to unenrol_worker;
    grant select on accounts.managed_area to unenrol_worker;

    -- To forget old tries; who locks a row has to have the right to change it.
    grant select (id, at), update (at), delete on accounts.sign_in to unenrol_notifier;
end
$$;
