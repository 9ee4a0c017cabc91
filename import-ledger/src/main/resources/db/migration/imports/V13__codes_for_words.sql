-- What was assumed about a file, its charset and delimiter tell. Why an import failed, and what somebody has done, are codes
-- with their values; words are made of them where a person reads them.
alter table imports.import
    drop column reading,
    add column failure_numbers int[] not null default '{}';
update imports.import
set failure = case
        when failure like 'Row %' then 'OUTCOME_MISSING'
        when failure like 'The stored file has %' then 'OTHER_NUMBER_OF_ROWS'
        else 'FILE_UNREADABLE' end,
    failure_numbers = array(select found[1]::int from regexp_matches(failure, '\d+', 'g') as found)
where failure is not null;

alter table imports.audit_entry add column about text;
update imports.audit_entry
set about = substring(action from '(?:to apply|again:) (.+)$'),
    action = case
        when action like 'submitted to apply %' then 'APPLIED'
        when action like 'sent mails again%' then 'MAILS_SENT_AGAIN'
        when action = 'downloaded the results' then 'RESULTS_DOWNLOADED'
        else upper(action) end;
