-- Imports that have ended: from now on no row of theirs ends an enrolment, however late it comes.
create table fenced_import (
    import_id uuid        primary key,
    fenced_at timestamptz not null default now()
);
