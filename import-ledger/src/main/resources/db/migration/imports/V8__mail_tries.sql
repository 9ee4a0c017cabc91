-- A mail is given up for what is true of it, and for as long as that has been true: each kind of failure has its
-- own first time. What may have been accepted is neither sent nor failed, and has a state of its own.
alter table imports.mail
    add column queued_at            timestamptz not null default now(),
    add column recipient_refused_at timestamptz,
    add column refused_at           timestamptz,
    add column unconfirmed          int         not null default 0,
    drop constraint mail_state_check,
    add constraint mail_state_check check (state in ('QUEUED', 'SENT', 'PERHAPS_SENT', 'UNDELIVERABLE')),
    drop constraint mail_kind_check,
    add constraint mail_kind_check
        check (kind in ('IMPORT_ENDED', 'LEARNER_UNENROLMENT', 'LEARNER_PLACE_KEPT'));

create index mail_unsent on imports.mail (import_id) where state <> 'SENT';
create index mail_sent on imports.mail (ended_at) where state = 'SENT';
