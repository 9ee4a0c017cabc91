-- Persons whose data is erased: who asked for it, and how far it has come. The name is forgotten at the end.
create table imports.erasure (
    id           uuid        primary key,
    asked_by     text        not null,
    asked_at     timestamptz not null default now(),
    username_key text,
    -- By the sequence of imports: those that there were when it was asked for, and those that have been looked at.
    through      bigint      not null,
    done_through bigint      not null default 0,
    imports      int         not null default 0,
    rows         int         not null default 0,
    mails        int         not null default 0,
    ended_at     timestamptz,
    check ((ended_at is null) = (username_key is not null))
);

create index erasure_open on imports.erasure (asked_at) where ended_at is null;
