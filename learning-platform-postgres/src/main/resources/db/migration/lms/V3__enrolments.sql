create table enrolment (
    id bigint generated always as identity primary key,
    user_id bigint not null references app_user,
    activity_id bigint not null references activity,
    enrolled_at timestamptz not null default now(),
    ended_at timestamptz,
    ended_by_import uuid,
    ended_by_row integer check (ended_by_row > 0),
    check (ended_at >= enrolled_at),
    check ((ended_by_import is null) = (ended_by_row is null)),
    check (ended_by_import is null or ended_at is not null)
);

comment on table enrolment is
    'Periods of enrolment. A learner who is enrolled anew has a new period; none is ever reopened.';
comment on column enrolment.ended_by_import is
    'With ended_by_row the mark that a row leaves. Null: something else ended the period, if any.';

create unique index enrolment_open on enrolment (activity_id, user_id) where ended_at is null;

-- Serves two ends: a row that comes again finds its mark, and no row ends two periods.
create unique index enrolment_mark on enrolment (ended_by_import, ended_by_row)
    where ended_by_import is not null;
