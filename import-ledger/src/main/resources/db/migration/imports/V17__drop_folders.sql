-- Files of drop folders: those that are being taken, and, for as long as their imports are kept, those that were. By these the
-- same file under the same name is known again.
create table imports.folder_file (
    id          bigint      not null generated always as identity primary key,
    folder      text        not null,
    name        text        not null,
    lease_owner uuid,
    lease_until timestamptz,

    -- Of what was read: null until it has become an import.
    sha256      text        check (length(sha256) = 64),
    mode        text        check (mode in ('VERIFY_ONLY', 'APPLY')),
    size        bigint,
    modified_at timestamptz,
    import_id   uuid        references imports.import on delete cascade,

    -- Where it goes, settled before anything is put there; and since when it is there.
    subfolder   text        check (subfolder in ('DONE', 'REFUSED')),
    moved_as    text,
    moved_at    timestamptz,

    check (num_nulls(sha256, mode, size, modified_at, import_id) in (0, 5)),
    check (num_nulls(subfolder, moved_as) in (0, 2))
);

create unique index folder_file_open on imports.folder_file (folder, name) where moved_at is null;
create unique index folder_file_reserved on imports.folder_file (folder, subfolder, lower(moved_as)) where moved_at is null;
create index folder_file_taken on imports.folder_file (folder, name, sha256) where import_id is not null;
create index folder_file_import on imports.folder_file (import_id);
