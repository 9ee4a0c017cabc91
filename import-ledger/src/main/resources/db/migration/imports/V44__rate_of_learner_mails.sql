-- The mail server's own words, without addresses, and which mail has told what another one was to tell.
alter table imports.mail
    add column answer  text,
    add column told_by bigint;

-- The time from which on the next email to a learner may be sent, whichever process sends it.
create table imports.learner_pace (
    one        boolean     primary key default true check (one),
    free_at    timestamptz not null default now(),
    per_minute int
);

insert into imports.learner_pace default values;

-- Domains that have not taken the latest emails to learners, and how long they are left alone.
create table imports.mail_domain (
    domain     text        primary key,
    deferrals  int         not null,
    resumes_at timestamptz not null
);

-- Emails to learners have an order of their own, so that whoever looks for others need not pass them by.
drop index imports.mail_queued;
create index mail_queued on imports.mail (kind, next_attempt_at) where state = 'QUEUED' and row = 0;
create index mail_queued_learner on imports.mail (next_attempt_at) where state = 'QUEUED' and row > 0;
create index mail_queued_domain on imports.mail (lower(split_part(recipient, '@', -1))) where state = 'QUEUED' and row > 0;
create index mail_learner on imports.mail (import_id, recipient) where row > 0;
