-- Outcomes are inserted by a join with their import, which is locked meanwhile, and no import is ever
-- deleted. Having the import looked up again for each row was half the cost of recording.
alter table imports.row_outcome drop constraint row_outcome_import_id_fkey;
