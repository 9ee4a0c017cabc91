alter table imports.mail
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (
        kind in ('IMPORT_ENDED', 'LEARNER_UNENROLMENT', 'LEARNER_PLACE_KEPT', 'LEARNER_PLACE_AGAIN')
        or kind like 'ACCOUNT\_%');
