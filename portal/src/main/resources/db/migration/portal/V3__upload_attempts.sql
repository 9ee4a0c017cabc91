create table portal.upload_attempt (
    id         text primary key check (length(id) <= 64),
    cancelled  boolean     not null,
    decided_at timestamptz not null default now()
);

comment on table portal.upload_attempt is
    'Whether an upload was cancelled or taken in: whichever came first.';

create index upload_attempt_decided on portal.upload_attempt (decided_at);
