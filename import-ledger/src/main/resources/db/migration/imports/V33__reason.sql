-- What an administrator says a real run is for.
alter table imports.import add column reason text check (char_length(reason) between 1 and 500);
