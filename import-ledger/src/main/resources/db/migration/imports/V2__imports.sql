create table imports.import (
    id                  uuid primary key,
    sequence            bigint      not null generated always as identity unique,
    state               text        not null
        check (state in ('PROCESSING', 'BUILDING_RESULTS', 'COMPLETED', 'CANCELLED', 'FAILED')),
    mode                text        not null check (mode in ('VERIFY_ONLY', 'APPLY')),
    file_name           text        not null,
    sha256              text        not null check (length(sha256) = 64),
    charset             text        not null,
    delimiter           text        not null,
    reading             text        not null,
    header_row          int         not null check (header_row > 0),
    upload_file         uuid references imports.stored_file,
    results_file        uuid references imports.stored_file,
    total               int         not null check (total > 0),
    verified_by         uuid references imports.import,

    submitted_by        text        not null,
    submitter_name      text        not null,
    submitter_email     text        not null,
    submitted_at        timestamptz not null default now(),
    completed_at        timestamptz,
    cancel_requested_at timestamptz,
    failure             text,

    -- Rows are published up to dispatch_target: all of them, or as far as they were claimed at a cancel.
    -- 0 <= dispatched_through (acknowledged) <= claimed_through (about to be published) <= dispatch_target
    dispatch_target     int         not null,
    claimed_through     int         not null default 0,
    dispatched_through  int         not null default 0,
    rest_settled_at     timestamptz,
    lease_owner         uuid,
    lease_until         timestamptz,

    results_owner       uuid,
    results_until       timestamptz,

    received            int         not null default 0,
    changed             int         not null default 0,
    progress_at         timestamptz not null default now(),
    redispatches        int         not null default 0,
    redispatch_at       timestamptz,

    check (dispatched_through between 0 and claimed_through),
    check (claimed_through <= dispatch_target),
    check (dispatch_target <= total),
    check (received between 0 and total)
);

create index import_active on imports.import (submitted_at)
    where state in ('PROCESSING', 'BUILDING_RESULTS');
create index import_upload_file on imports.import (upload_file);
create index import_results_file on imports.import (results_file);

create table imports.duplicate_row (
    import_id uuid not null references imports.import on delete cascade,
    row       int  not null,
    first_row int  not null check (first_row < row),
    primary key (import_id, row)
);

create table imports.idempotency_key (
    submitted_by text        not null,
    key          text        not null,
    import_id    uuid        not null references imports.import on delete cascade,
    created_at   timestamptz not null default now(),
    primary key (submitted_by, key)
);
