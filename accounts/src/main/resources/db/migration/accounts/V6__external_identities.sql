create table accounts.external_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id bigint      not null references accounts.account on delete cascade,
    linked_at  timestamptz not null default now(),
    primary key (issuer, subject)
);

comment on table accounts.external_identity is
    'People whom an OpenID provider signs in, by what the provider never gives to anybody else (OpenID Connect Core 1.0, 5.7).';

create index external_identity_account on accounts.external_identity (account_id);
