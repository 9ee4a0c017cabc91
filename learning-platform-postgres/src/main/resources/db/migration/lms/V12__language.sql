-- The language in which to write to a person, a tag of BCP 47; null where nobody has told.
alter table lms.app_user add column language text check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$');
