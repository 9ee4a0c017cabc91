create table activity (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('COURSE', 'SESSION')),
    course_id bigint,
    course_kind text generated always as (case when course_id is not null then 'COURSE' end) stored,
    title text not null check (title <> ''),
    external_reference text collate "C" unique
        check (external_reference <> '' and external_reference = trim(external_reference)),
    area text not null references area,
    starts_at timestamptz,
    ends_at timestamptz,
    unique (id, kind),
    unique (id, kind, area),
    foreign key (course_id, course_kind, area) references activity (id, kind, area),
    check ((kind = 'SESSION') = (course_id is not null)),
    check ((kind = 'SESSION') = (starts_at is not null)),
    check ((kind = 'SESSION') = (ends_at is not null)),
    check (starts_at < ends_at)
);

comment on table activity is 'Courses, and their sessions: both can be enrolled in.';
comment on column activity.external_reference is
    'What a file names the activity by. Null: it cannot be named.';

create index activity_sessions on activity (course_id) where course_id is not null;
