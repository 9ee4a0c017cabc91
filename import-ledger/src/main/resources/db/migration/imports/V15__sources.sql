-- The upstream system or the folder that an import came from; null where a person submitted it. Where nobody is to be told by
-- mail that an import has ended, there is no address.
alter table imports.import
    add column source text,
    alter column submitter_email drop not null;

create index import_source on imports.import (source, sequence) where source is not null;
