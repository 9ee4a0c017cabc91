-- Until now a place was as long as its sender made it.
delete from sign_in where length(place) > 100;

alter table sign_in add constraint sign_in_place_short check (length(place) <= 100);

create index sign_in_succeeded on sign_in (succeeded_at);
