-- Names whose near forms are equal differ in no more than case, accents, white space, dots, commas, dashes, underscores,
-- apostrophes, characters that cannot be seen, and zeros at the beginning. Only for asking "did you mean …?"
drop index activity_near_form;
drop function lms.near_form;

create function lms.near_form(name text) returns text
    language sql immutable strict parallel safe
    return coalesce(
        nullif(
            ltrim(
                lower(
                    regexp_replace(
                        normalize(name, nfd) collate "C",
                        '[\s.,_''\u00a0\u00ad\u0300-\u036f\u1680\u2000-\u2019\u2028-\u202f\u205f-\u206f\u3000\ufeff-]',
                        '', 'g')
                    collate "default"),
                '0'),
            ''),
        '0');

create index activity_near_form on activity (lms.near_form(external_reference));
create index app_user_near_form on app_user (lms.near_form(username_key));
create index app_user_email on app_user (lower(email));
