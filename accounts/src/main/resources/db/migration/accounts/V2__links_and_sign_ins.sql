alter table accounts.account
    add column disabled_at timestamptz;

comment on column accounts.account.disabled_at is 'Null: the account may do what its role may. Else it may do nothing.';

create table accounts.one_time_link (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in ('FIRST_ADMINISTRATOR', 'INVITATION', 'NEW_PASSWORD')),
    account_id bigint references accounts.account on delete cascade,
    token_hash text not null unique,
    made_at    timestamptz not null default now(),
    ends_at    timestamptz not null,
    used_at    timestamptz,
    check ((kind = 'FIRST_ADMINISTRATOR') = (account_id is null))
);

comment on table accounts.one_time_link is 'Links that somebody was given, each of which does one thing once.';
comment on column accounts.one_time_link.token_hash is 'SHA-256 of the token. The token itself is not kept here.';
comment on column accounts.one_time_link.used_at is 'When it was used, or made void by the use of another.';

create index one_time_link_account on accounts.one_time_link (account_id, made_at);

create table accounts.sign_in (
    id         bigint generated always as identity primary key,
    account_id bigint not null references accounts.account on delete cascade,
    at         timestamptz not null default now(),
    place      text not null,
    succeeded  boolean not null
);

comment on table accounts.sign_in is 'The latest tries to sign in to each account.';

create index sign_in_account on accounts.sign_in (account_id, id);
