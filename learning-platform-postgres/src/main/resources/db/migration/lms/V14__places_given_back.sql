-- A row that takes an ending back begins a new period, and leaves its mark on that.
alter table enrolment
    add column began_by_import uuid,
    add column began_by_row integer check (began_by_row > 0),
    add check ((began_by_import is null) = (began_by_row is null));

comment on column enrolment.began_by_import is
    'With began_by_row the mark of a row that has given the place back. Null: it began otherwise.';

-- Serves two ends: a row that comes again finds its mark, and no row gives two places.
create unique index enrolment_given_back on enrolment (began_by_import, began_by_row)
    where began_by_import is not null;
