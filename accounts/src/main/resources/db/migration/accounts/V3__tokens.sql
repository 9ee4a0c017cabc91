create table accounts.token (
    id bigint generated always as identity primary key,
    account_id bigint not null references accounts.account on delete cascade,
    name text not null check (name <> '' and length(name) <= 100),
    prefix text not null check (length(prefix) between 9 and 16),
    hash bytea not null unique check (length(hash) = 32),
    scopes text[] not null check (cardinality(scopes) > 0),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);

comment on table accounts.token is
    'Tokens for the API. Each gives some of what its account may, until it ends or is revoked.';
comment on column accounts.token.prefix is 'The beginning of the token, by which people know it.';
comment on column accounts.token.hash is
    'SHA-256 of the whole token, which is random: nobody gets it from here.';
comment on column accounts.token.scopes is 'Such as imports:read.';
comment on column accounts.token.last_used_at is 'Written once a minute at most.';

create index token_account on accounts.token (account_id, created_at);
