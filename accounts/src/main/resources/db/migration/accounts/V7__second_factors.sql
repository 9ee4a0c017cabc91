create table accounts.authenticator_app (
    account_id   bigint      primary key references accounts.account on delete cascade,
    sealed       text        not null check (sealed like '_%.%'),
    last_step    bigint      not null,
    wrong_codes  int         not null default 0,
    added_at     timestamptz not null default now(),
    last_used_at timestamptz not null default now()
);

comment on table accounts.authenticator_app is
    'Apps that show one-time passwords (RFC 6238) for an account, by the secret that app and product share.';
comment on column accounts.authenticator_app.sealed is
    'The secret, encrypted with AES-GCM: the name of the key, a dot, and nonce and ciphertext in base64.';
comment on column accounts.authenticator_app.last_step is
    'The time step of the last password that was taken: none of it or of an earlier one is taken again.';

comment on column accounts.authenticator_app.wrong_codes is
    'In a row, since the last right one: from a hundred on none is taken.';

create table accounts.recovery_code (
    account_id bigint not null references accounts.account on delete cascade,
    hash       text   not null check (length(hash) = 64),
    used_at    timestamptz,
    primary key (account_id, hash)
);

comment on table accounts.recovery_code is
    'Codes that stand in for a second factor, each once: for the day on which the factor is lost.';
comment on column accounts.recovery_code.hash is
    'SHA-256 of the code, which has 120 random bits: nobody gets it from here.';
