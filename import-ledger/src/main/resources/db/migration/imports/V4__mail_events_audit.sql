create table imports.mail (
    id              bigint      not null generated always as identity primary key,
    kind            text        not null check (kind in ('IMPORT_ENDED', 'LEARNER_UNENROLMENT')),
    import_id       uuid        not null references imports.import on delete cascade,
    row             int         not null default 0,
    recipient       text        not null,
    recipient_name  text        not null,
    activity_title  text,
    message_id      uuid        not null default gen_random_uuid(),
    message_date    timestamptz not null default now(),
    state           text        not null default 'QUEUED'
        check (state in ('QUEUED', 'SENT', 'UNDELIVERABLE')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default now(),
    ended_at        timestamptz,
    last_error      text,
    unique (import_id, kind, row)
);

create index mail_queued on imports.mail (kind, next_attempt_at) where state = 'QUEUED';

create table imports.import_event (
    id           bigint      not null generated always as identity primary key,
    import_id    uuid        not null references imports.import on delete cascade,
    type         text        not null,
    occurred_at  timestamptz not null default now(),
    published_at timestamptz,
    unique (import_id, type)
);

create index import_event_unpublished on imports.import_event (id) where published_at is null;

create table imports.audit_entry (
    id        bigint      not null generated always as identity primary key,
    import_id uuid        not null references imports.import on delete cascade,
    at        timestamptz not null default now(),
    who       text        not null,
    action    text        not null
);

create index audit_entry_import on imports.audit_entry (import_id);
