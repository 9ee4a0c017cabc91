-- Imports that one instance cannot hold at the same time are held in turn: the one that has waited longest is next.
alter table imports.import add column waiting_since timestamptz not null default now();

-- How far the readers of a topic must have come before an import's rows without an outcome count as lost.
create table imports.reading_mark (
    import_id uuid        primary key references imports.import on delete cascade,
    topic     text        not null,
    topic_id  text        not null,
    offsets   bigint[]    not null,
    through   int         not null,
    taken_at  timestamptz not null default now()
);

-- Counters change often and are in no index: with room on the page, a change writes no index entries.
alter table imports.import set (fillfactor = 50);
