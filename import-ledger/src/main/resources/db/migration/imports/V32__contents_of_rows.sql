-- What people read of a row: its cells as the file has them, and whom and what they named when it was processed. So that a page
-- tells what was true then, and rows can be looked for. Null in rows that were recorded before.
alter table imports.row_outcome
    add column username   text,
    add column reference  text,
    add column send_email text,
    add column learner    text,
    add column activity   text;
