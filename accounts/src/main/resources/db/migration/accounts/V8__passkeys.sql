create table accounts.passkey_owner (
    account_id bigint primary key references accounts.account on delete cascade,
    handle     text   not null unique check (handle <> '')
);

comment on table accounts.passkey_owner is
    'By which passkeys know their account (WebAuthn, user handle): random, and says nothing about anybody.';

create table accounts.passkey (
    credential_id      text        primary key check (length(credential_id) between 1 and 2000),
    account_id         bigint      not null references accounts.passkey_owner on delete cascade,
    name               text        not null check (name <> '' and length(name) <= 100),
    public_key         text        not null,
    signature_count    bigint      not null check (signature_count >= 0),
    user_verified      boolean     not null,
    backup_eligible    boolean     not null,
    backed_up          boolean     not null,
    transports         text[]      not null,
    attestation_object text        not null,
    client_data        text        not null,
    added_at           timestamptz not null,
    last_used_at       timestamptz
);

comment on table accounts.passkey is
    'Credentials of WebAuthn, with which somebody signs in. Binary values are in base64url.';

create index passkey_account on accounts.passkey (account_id);
