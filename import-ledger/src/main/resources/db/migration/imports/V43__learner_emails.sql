-- The choice of a whole import, or of the request that it comes from, about emails to its learners.
alter table imports.import
    add column learner_emails text not null default 'AS_ROWS_SAY' check (learner_emails in ('AS_ROWS_SAY', 'NONE'));

alter table imports.upstream_request
    add column learner_emails text not null default 'AS_ROWS_SAY' check (learner_emails in ('AS_ROWS_SAY', 'NONE'));
