-- Requests of upstream systems. A request is received in one or more records, becomes an import or is refused, and is answered.
create table imports.upstream_request (
    id          uuid        primary key default gen_random_uuid(),
    source      text        not null,
    request_id  text        not null,
    state       text        not null default 'RECEIVING'
        check (state in ('RECEIVING', 'RECEIVED', 'ACCEPTED', 'REFUSED')),
    -- What began it and what closed it, so that a repeat is known from another content.
    head        text,
    tail        text,
    mode        text,
    parts       int,
    rows        int,
    -- Of a learner who has left.
    username    text,
    send_email  text,
    reply_rows  boolean     not null,
    language    text        not null,
    refusal     text,
    import_id   uuid        unique references imports.import on delete cascade,
    received_at timestamptz not null default now(),
    touched_at  timestamptz not null default now(),
    -- The place on the topic of the record that asked last, so that a redelivery is known from a repeat.
    asked_at    text,
    lease_owner uuid,
    lease_until timestamptz,
    unique (source, request_id)
) with (fillfactor = 70);

create index upstream_request_open on imports.upstream_request (state, touched_at) where state in ('RECEIVING', 'RECEIVED');
create index upstream_request_newest on imports.upstream_request (source, received_at);

-- The rows of a request, as JSON arrays in the order of their parts.
create table imports.upstream_part (
    request uuid   not null references imports.upstream_request on delete cascade,
    part    int    not null check (part > 0),
    sha256  text   not null,
    rows    int    not null check (rows > 0),
    names   text[] not null,
    content bytea  not null,
    primary key (request, part)
);

-- Answers that are true. Those of rows come before the one that the import has ended.
create table imports.upstream_reply (
    id           bigint      not null generated always as identity primary key,
    request      uuid        not null references imports.upstream_request on delete cascade,
    type         text        not null check (type in ('ACCEPTED', 'REFUSED', 'COMPLETED', 'CANCELLED', 'FAILED')),
    variant      text        not null default '',
    body         json,
    rows_through int         not null default 0,
    created_at   timestamptz not null default now(),
    published_at timestamptz,
    lease_owner  uuid,
    lease_until  timestamptz,
    unique (request, type, variant)
) with (fillfactor = 70);

create index upstream_reply_due on imports.upstream_reply (request, id) where published_at is null;

-- Records of a source that could not be answered.
create table imports.upstream_set_aside (
    id       bigint      not null generated always as identity primary key,
    source   text        not null,
    position text        not null,
    reason   text        not null,
    at       timestamptz not null default now(),
    unique (source, position)
);
