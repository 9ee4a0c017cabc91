-- What became of a place after a row: asked before the place is given back.
create index entry_effect on journal.entry (learner_id, activity_id) where ended;

comment on column journal.entry.ended is
    'Whether the row has ended a place, or given one back; of no meaning while intended.';
