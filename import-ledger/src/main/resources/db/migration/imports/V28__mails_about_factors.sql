-- Mails about accounts are of many kinds, and of more to come: those of imports and learners are told by name.
alter table imports.mail
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (
        kind in ('IMPORT_ENDED', 'LEARNER_UNENROLMENT', 'LEARNER_PLACE_KEPT') or kind like 'ACCOUNT\_%');
