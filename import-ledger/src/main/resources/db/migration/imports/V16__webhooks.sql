-- What addresses elsewhere are told of: written in the transaction that makes it true. Which addresses there are is a setting of
-- the service that tells them, which makes a delivery for each. The id is made of what the event is about: it stays the same
-- even if the event comes true again, as after the database has been restored.
create table imports.webhook_event (
    id          uuid        primary key,
    sequence    bigint      not null generated always as identity,
    type        text        not null
        check (type in ('IMPORT_COMPLETED', 'IMPORT_CANCELLED', 'IMPORT_FAILED', 'REQUEST_REFUSED')),
    import_id   uuid        references imports.import on delete cascade,
    source      text,
    request_id  text,
    reason      text,
    occurred_at timestamptz not null default now(),
    offered_at  timestamptz,
    check ((import_id is null) = (type = 'REQUEST_REFUSED')),
    check (import_id is not null or (source is not null and request_id is not null and reason is not null))
);

create index webhook_event_new on imports.webhook_event (sequence) where offered_at is null;
create index webhook_event_import on imports.webhook_event (import_id);

create table imports.webhook_delivery (
    id              bigint      not null generated always as identity primary key,
    event_id        uuid        not null references imports.webhook_event on delete cascade,
    address         text        not null,
    body            text        not null,
    state           text        not null default 'QUEUED' check (state in ('QUEUED', 'DELIVERED', 'GIVEN_UP')),
    attempts        int         not null default 0,
    queued_at       timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    ended_at        timestamptz,
    last_status     int,
    last_failure    text,
    unique (event_id, address)
);

create index webhook_delivery_queued on imports.webhook_delivery (address, next_attempt_at) where state = 'QUEUED';
create index webhook_delivery_unfinished on imports.webhook_delivery (state, id) where state <> 'DELIVERED';
