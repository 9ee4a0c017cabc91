create table imports.row_outcome (
    import_id    uuid   not null references imports.import on delete cascade,
    row          int    not null,
    line         bigint not null,
    code         text   not null,
    message      text   not null,
    changed_from text,
    primary key (import_id, row)
);

create table imports.outcome_count (
    import_id uuid not null references imports.import on delete cascade,
    code      text not null,
    rows      int  not null,
    primary key (import_id, code)
);
