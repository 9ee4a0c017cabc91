-- What an import under way is guarded by, or takes back, is kept until it has ended.
create or replace view imports.at_rest as
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
      where p.import_id in (a.verified_by, a.guarded_by, a.origin) and under_way.state in ('PROCESSING', 'BUILDING_RESULTS'));
