create table accounts.account (
    id bigint generated always as identity primary key,
    username text not null check (username <> '' and username = trim(username)),
    username_key text collate "C" not null unique,
    name text not null check (name <> ''),
    email text not null check (position('@' in email) > 1),
    role text not null check (role in ('GLOBAL_ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'NONE')),
    language text check (language <> ''),
    password text check (password <> '')
);

comment on table accounts.account is 'Who may sign in. Learners have no account: they are of the platform.';
comment on column accounts.account.username_key is
    'The username in NFC and case folded: what usernames are compared by.';
comment on column accounts.account.language is
    'In which to write to the person, a tag of BCP 47. Null: none has been chosen.';
comment on column accounts.account.password is 'Encoded. Null: this account cannot sign in.';

create table accounts.managed_area (
    account_id bigint not null references accounts.account on delete cascade,
    area text not null check (area <> ''),
    primary key (account_id, area)
);

comment on table accounts.managed_area is
    'What content administrators may manage, by the names that the platform has for its areas.';

-- Until now accounts were users of the platform that comes with the product.
do $$
begin
    if exists (
        select from information_schema.columns
        where table_schema = 'lms' and table_name = 'app_user' and column_name = 'password')
    then
        insert into accounts.account (username, username_key, name, email, role, password)
        select username, username_key, name, email, replace(role, 'LEARNER', 'NONE'), password
        from lms.app_user
        where role <> 'LEARNER' or password is not null;

        insert into accounts.managed_area (account_id, area)
        select account.id, managed.area
        from lms.managed_area managed
        join lms.app_user on app_user.id = managed.user_id
        join accounts.account using (username_key);
    end if;
end
$$;
