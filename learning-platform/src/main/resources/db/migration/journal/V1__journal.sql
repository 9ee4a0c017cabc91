create table journal.entry (
    import_id uuid not null,
    "row" int not null check ("row" > 0),
    state text not null check (state in ('INTENDED', 'SETTLED')),
    learner_id text,
    activity_id text,
    ended boolean not null,
    answer jsonb not null,
    written_at timestamptz not null default clock_timestamp(),
    primary key (import_id, "row")
);

comment on table journal.entry is
    'What was found for a row on a remote platform, written before anything is done about it.';
comment on column journal.entry.state is
    'INTENDED: to be ended, or just ended by somebody who did not live to say so. SETTLED: has its answer for good.';
comment on column journal.entry.ended is 'Whether the row has ended an enrolment; of no meaning while intended.';

create unique index entry_intended on journal.entry (learner_id, activity_id) where state = 'INTENDED';

comment on index journal.entry_intended is 'No two rows intend to end the same enrolment.';

create table journal.fenced_import (
    import_id uuid primary key,
    fenced_at timestamptz not null default clock_timestamp()
);

comment on table journal.fenced_import is 'Imports that have ended: no row of theirs may end anything any more.';
