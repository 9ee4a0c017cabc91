create table completion (
    user_id bigint not null references app_user,
    course_id bigint not null,
    kind text not null generated always as ('COURSE') stored,
    completed_at timestamptz not null,
    result text not null check (result in ('PASSED', 'COMPLETED')),
    primary key (user_id, course_id),
    foreign key (course_id, kind) references activity (id, kind)
);

create table attendance (
    user_id bigint not null references app_user,
    session_id bigint not null,
    kind text not null generated always as ('SESSION') stored,
    status text not null check (status in ('ATTENDED', 'ABSENT')),
    recorded_at timestamptz not null default now(),
    primary key (user_id, session_id),
    foreign key (session_id, kind) references activity (id, kind)
);
