-- What there is to say of a row is data; sentences are made of it where a person reads them, in that person's language.
alter table imports.row_outcome drop column message, add column details json;
-- In which the results and the mail to the administrator are written; the same when they are written again.
alter table imports.import add column language text not null default 'en';
-- In which the platform says to write to the learner.
alter table imports.mail add column language text;
