-- Whom and what a verified row means, in the platform's ids: applied is exactly what was verified.
alter table imports.row_outcome
    add column learner_id  text,
    add column activity_id text;
