-- How long calls to the platform take that settle rows of this import: on a slow one fewer rows are under way, but never fewer
-- than keep its workers busy. Zero where calls take no time worth telling.
alter table imports.import add column call_millis int not null default 0;
