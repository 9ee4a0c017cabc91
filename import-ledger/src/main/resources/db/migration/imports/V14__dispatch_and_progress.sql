-- An import is what was submitted, and does not change. How far it has come, and who is at it, have tables of their own: those
-- who publish rows and those who record outcomes change different rows and do not wait for one another.
create table imports.progress (
    import_id           uuid        primary key references imports.import on delete cascade,
    state               text        not null default 'PROCESSING'
        check (state in ('PROCESSING', 'BUILDING_RESULTS', 'COMPLETED', 'CANCELLED', 'FAILED')),
    total               int         not null check (total > 0),
    received            int         not null default 0,
    changed             int         not null default 0,
    progress_at         timestamptz not null default now(),
    call_millis         int         not null default 0,
    cancel_requested_at timestamptz,
    results_owner       uuid,
    results_until       timestamptz,
    results_file        uuid        references imports.stored_file,
    completed_at        timestamptz,
    failure             text,
    failure_numbers     int[]       not null default '{}',
    check (received between 0 and total)
) with (fillfactor = 50);

create table imports.dispatch (
    import_id          uuid        primary key references imports.import on delete cascade,
    -- Rows are published up to the target: all of them, or as far as they were claimed at a cancel.
    -- 0 <= dispatched_through (acknowledged) <= claimed_through (about to be published) <= target
    target             int         not null,
    claimed_through    int         not null default 0,
    dispatched_through int         not null default 0,
    rest_settled_at    timestamptz,
    lease_owner        uuid,
    lease_until        timestamptz,
    waiting_since      timestamptz not null default now(),
    redispatches       int         not null default 0,
    redispatch_at      timestamptz,
    check (dispatched_through between 0 and claimed_through),
    check (claimed_through <= target)
) with (fillfactor = 50);

insert into imports.progress
select id, state, total, received, changed, progress_at, call_millis, cancel_requested_at, results_owner, results_until,
    results_file, completed_at, failure, failure_numbers
from imports.import;

insert into imports.dispatch
select id, dispatch_target, claimed_through, dispatched_through, rest_settled_at, lease_owner, lease_until, waiting_since,
    redispatches, redispatch_at
from imports.import;

-- Their indexes and checks go with them.
alter table imports.import
    drop column state,
    drop column total,
    drop column received,
    drop column changed,
    drop column progress_at,
    drop column call_millis,
    drop column cancel_requested_at,
    drop column results_owner,
    drop column results_until,
    drop column results_file,
    drop column completed_at,
    drop column failure,
    drop column failure_numbers,
    drop column dispatch_target,
    drop column claimed_through,
    drop column dispatched_through,
    drop column rest_settled_at,
    drop column lease_owner,
    drop column lease_until,
    drop column waiting_since,
    drop column redispatches,
    drop column redispatch_at,
    reset (fillfactor);

create index progress_active on imports.progress (import_id) where state in ('PROCESSING', 'BUILDING_RESULTS');
create index progress_results_file on imports.progress (results_file);
