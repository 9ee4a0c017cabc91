-- References whose near forms are equal differ in no more than case, white space, dashes, underscores, characters that
-- cannot be seen, and zeros at the beginning. Only for asking "did you mean …?"
create function lms.near_form(reference text) returns text
    language sql immutable strict parallel safe
    return coalesce(
        nullif(
            ltrim(
                lower(regexp_replace(
                    reference collate "C", '[\s_\u00a0\u00ad\u200b-\u2015\u2060\ufeff-]', '', 'g')),
                '0'),
            ''),
        '0');

create index activity_near_form on lms.activity (lms.near_form(external_reference));
