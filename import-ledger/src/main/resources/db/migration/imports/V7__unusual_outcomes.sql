-- The portal shows the rows of one outcome, a page at a time: the few among many are found by this index.
-- It costs nothing for the rows that most files consist of.
create index row_outcome_unusual on imports.row_outcome (import_id, code, row)
    where code not in ('UNENROLLED', 'READY');
