create table imports.stored_file (
    id         uuid primary key,
    created_at timestamptz not null default now()
);

create table imports.stored_chunk (
    file_id uuid  not null references imports.stored_file on delete cascade,
    seq     int   not null check (seq >= 0),
    bytes   bytea not null,
    primary key (file_id, seq)
);

-- Chunks are read and written whole, and many are compressed poorly: no time is spent on trying.
alter table imports.stored_chunk alter column bytes set storage external;
