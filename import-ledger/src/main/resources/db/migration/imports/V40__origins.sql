-- An import that takes back what another one has ended, or runs again what failed in it.
alter table imports.import
    add column origin     uuid references imports.import,
    add column guarded_by uuid references imports.import,
    drop constraint import_mode_check,
    add constraint import_mode_check check (mode in ('VERIFY_ONLY', 'APPLY', 'TAKE_BACK')),
    add constraint import_takes_something_back check (mode <> 'TAKE_BACK' or origin is not null);

comment on column imports.import.origin is 'The import whose rows these are; see origin_row.';
comment on column imports.import.guarded_by is
    'The verification whose meanings guard the rows, by origin_row; where an import applies one as it stood that is verified_by.';

create index import_origin on imports.import (origin) where origin is not null;

create table imports.origin_row (
    import_id   uuid not null references imports.import on delete cascade,
    row         int  not null check (row > 0),
    origin_row  int  not null check (origin_row > 0),
    guarded_row int  not null check (guarded_row > 0),
    primary key (import_id, row),
    unique (import_id, origin_row)
);

comment on table imports.origin_row is
    'Which row of its origin a row is, and which row of the verification that guards it.';
