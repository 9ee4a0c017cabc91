-- What somebody has done with an import stands in the audit trail from now on, and outlives the import.
insert into audit.entry (at, kind, account, via, import_id, details)
select at,
    case when action in ('SUBMITTED', 'APPLIED', 'CANCELLED') then 'IMPORT_' || action else action end,
    who, 'SERVICE', import_id,
    case
        when about is null then '{}'
        when action = 'APPLIED' then jsonb_build_object('verified', about)
        when action = 'MAILS_SENT_AGAIN' then jsonb_build_object('mails', about)
        else jsonb_build_object('name', about) end
from imports.audit_entry
order by id;

drop table imports.audit_entry;
