-- What is no longer kept of an import. The time is noted first, so that readers are told at once; then rows go in small steps.
alter table imports.progress
    add column upload_deleted_at   timestamptz,
    add column results_deleted_at  timestamptz,
    add column outcomes_deleted_at timestamptz,
    add column mails_deleted_at    timestamptz;

-- Since when no import refers to the file any more. Whoever is reading it is given time to come to its end.
alter table imports.stored_file add column released_at timestamptz;

-- What has been noted as deleted and may still have rows. A task stands until none is left, so a purge can be killed at any time.
create table imports.purge_task (
    import_id uuid not null references imports.import on delete cascade,
    part      text not null check (part in ('OUTCOMES', 'MAILS', 'REQUEST')),
    primary key (import_id, part)
);

-- Imports of which nothing is owed to anybody any more.
create view imports.at_rest as
select p.import_id
from imports.progress p
where p.state in ('COMPLETED', 'CANCELLED', 'FAILED')
  and not exists (select from imports.mail m where m.import_id = p.import_id and m.state = 'QUEUED')
  and not exists (
      select from imports.import_event e where e.import_id = p.import_id and e.published_at is null)
  and not exists (
      select from imports.webhook_event w
      left join imports.webhook_delivery d on d.event_id = w.id and d.state = 'QUEUED'
      where w.import_id = p.import_id and (w.offered_at is null or d.id is not null))
  and not exists (
      select from imports.upstream_request q
      join imports.upstream_reply r on r.request = q.id
      where q.import_id = p.import_id and r.published_at is null)
  and not exists (
      select from imports.folder_file f where f.import_id = p.import_id and f.moved_at is null)
  and not exists (
      select from imports.import a
      join imports.progress under_way on under_way.import_id = a.id
      where a.verified_by = p.import_id and under_way.state in ('PROCESSING', 'BUILDING_RESULTS'));
