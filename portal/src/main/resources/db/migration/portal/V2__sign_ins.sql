create table sign_in (
    account      text        not null,
    place        text        not null,
    failures     int         not null default 0,
    failed_at    timestamptz,
    succeeded_at timestamptz,
    primary key (account, place)
);

comment on table sign_in is 'Tries to sign in, by account and by where they come from.';
comment on column sign_in.account is
    'A hash of what was written as the username: people write passwords there by mistake.';
comment on column sign_in.place is 'A network address, or a browser that has signed in before.';

create index sign_in_place on sign_in (place) where failures > 0;
create index sign_in_failed on sign_in (failed_at);
