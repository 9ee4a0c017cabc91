-- Mails about accounts are of no import. Their links let whoever has them in, so they are kept no longer than needed.
alter table imports.mail
    alter column import_id drop not null,
    add column username text,
    add column link     text,
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in (
        'IMPORT_ENDED', 'LEARNER_UNENROLMENT', 'LEARNER_PLACE_KEPT', 'ACCOUNT_INVITATION', 'ACCOUNT_PASSWORD')),
    add constraint mail_is_of_an_import check ((import_id is null) = (kind like 'ACCOUNT\_%')),
    add constraint mail_link_is_kept_until_the_end check (state = 'QUEUED' or link is null);

comment on column imports.mail.link is 'The path of a page of the portal, with a token. Null once the mail has ended.';
