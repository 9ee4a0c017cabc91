-- The rights of the services in this schema, given anew after each migration by whoever owns it; for decision 0023. Where
-- there are no such roles, one user owns and does everything, and nothing is given.
do $$
begin
    if (select count(*) from pg_roles where rolname in ('unenrol_ingest', 'unenrol_worker', 'unenrol_notifier')) < 3
        or not pg_has_role((select nspowner from pg_namespace where nspname = 'imports'), 'usage')
    then
        return;
    end if;
    -- Two at once would change the same entries of the database's catalogue.
    perform pg_advisory_xact_lock(hashtextextended('rights of the services', 0));

    grant usage on schema imports to unenrol_ingest, unenrol_notifier;
    grant select on imports.flyway_schema_history to unenrol_ingest, unenrol_notifier;

    grant select, insert on imports.import, imports.duplicate_row, imports.origin_row, imports.idempotency_key
        to unenrol_ingest;
    grant select, insert, delete on imports.stored_file, imports.stored_chunk to unenrol_ingest;
    grant select, insert, update on imports.progress, imports.dispatch to unenrol_ingest;
    grant select, insert, update on imports.row_outcome, imports.outcome_count to unenrol_ingest;
    grant select, insert, update, delete on imports.reading_mark to unenrol_ingest;
    grant select, insert, update, delete on imports.folder_file to unenrol_ingest;

    -- Mails are put in line and counted; whom they are to, and the links in them, only their sender reads.
    grant insert, select (import_id, kind, row, state, next_attempt_at, answer, told_by),
        update (state, ended_at, queued_at, next_attempt_at, attempts, recipient_refused_at, refused_at, unconfirmed, told_by)
        on imports.mail to unenrol_ingest;
    grant select on imports.learner_pace to unenrol_ingest;

    grant insert on imports.import_event to unenrol_ingest;
    grant select, insert on imports.webhook_event to unenrol_ingest;
    grant select, update on imports.webhook_delivery to unenrol_ingest;
    grant select, insert, update on imports.upstream_request, imports.upstream_reply to unenrol_ingest;
    grant select, insert, delete on imports.upstream_part to unenrol_ingest;
    grant select, insert on imports.upstream_set_aside to unenrol_ingest;

    grant insert, select (id, asked_by, asked_at, imports, rows, mails, ended_at) on imports.erasure to unenrol_ingest;

    grant select, update (upload_file), delete on imports.import to unenrol_notifier;
    grant select, update on imports.progress to unenrol_notifier;
    grant select, insert, update (released_at), delete on imports.stored_file to unenrol_notifier;
    grant select, insert, delete on imports.stored_chunk to unenrol_notifier;
    grant select, delete on imports.duplicate_row, imports.origin_row to unenrol_notifier;
    grant select, insert, update, delete on imports.row_outcome to unenrol_notifier;
    grant select, insert, update on imports.outcome_count to unenrol_notifier;
    grant select, insert, update, delete on imports.mail to unenrol_notifier;
    grant select, update on imports.learner_pace to unenrol_notifier;
    grant select, insert, update, delete on imports.mail_domain to unenrol_notifier;
    grant select, insert, update (published_at) on imports.import_event to unenrol_notifier;
    grant select, insert, update (offered_at), delete on imports.webhook_event to unenrol_notifier;
    grant select, insert, update on imports.webhook_delivery to unenrol_notifier;
    grant select, update (username), delete on imports.upstream_request to unenrol_notifier;
    grant select, update (content, names) on imports.upstream_part to unenrol_notifier;
    grant select, insert, update on imports.upstream_reply to unenrol_notifier;
    grant select, update (at), delete on imports.upstream_set_aside to unenrol_notifier;
    grant select, update on imports.erasure to unenrol_notifier;
    grant select, insert, update (part), delete on imports.purge_task to unenrol_notifier;
    grant select on imports.at_rest to unenrol_notifier;
end
$$;
