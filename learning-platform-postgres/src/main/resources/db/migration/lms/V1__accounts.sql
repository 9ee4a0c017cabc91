create table area (
    name text primary key check (name <> '' and name = trim(name))
);

comment on table area is 'The parts the catalogue is divided into, each for its own administrators.';

create table app_user (
    id bigint generated always as identity primary key,
    username text not null check (username <> '' and username = trim(username)),
    username_key text collate "C" not null unique,
    name text not null check (name <> ''),
    email text not null check (position('@' in email) > 1),
    role text not null check (role in ('GLOBAL_ADMINISTRATOR', 'CONTENT_ADMINISTRATOR', 'LEARNER')),
    password text check (password <> ''),
    unique (id, role)
);

comment on column app_user.username_key is
    'The username in NFC and case folded: what usernames are compared by.';
comment on column app_user.password is 'Encoded. Null: this account cannot sign in.';

create table managed_area (
    user_id bigint not null,
    role text not null generated always as ('CONTENT_ADMINISTRATOR') stored,
    area text not null references area on update cascade,
    primary key (user_id, area),
    foreign key (user_id, role) references app_user (id, role)
);

comment on table managed_area is
    'What content administrators may manage. Global administrators manage everything.';
