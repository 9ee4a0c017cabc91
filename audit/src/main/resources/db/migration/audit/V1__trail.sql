create table audit.entry (
    id         bigint      not null generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    kind       text        not null check (kind <> ''),
    account_id bigint,
    account    text,
    via        text        not null check (via <> ''),
    via_name   text,
    address    text,
    import_id  uuid,
    about      text,
    details    jsonb       not null default '{}',
    sequence   bigint      unique,
    previous   bytea,
    hash       bytea,
    check ((sequence is null) = (hash is null) and (sequence is null) = (previous is null))
);

comment on table audit.entry is 'Who did what, from where and when. Entries are only ever added, and chained a moment later.';
comment on column audit.entry.account is 'Of whoever did it, as it was then; null where nobody is known.';
comment on column audit.entry.via is 'The way by which it came, such as PORTAL, TOKEN or SOURCE.';
comment on column audit.entry.about is 'The id of what it was done to, where that is no import.';
comment on column audit.entry.sequence is 'The place in the chain, from 1; null for a moment, until the entry is chained.';
comment on column audit.entry.previous is 'The hash of the entry before; zeros for the first.';
comment on column audit.entry.hash is 'SHA-256 of the previous hash and of this entry.';

create index entry_unchained on audit.entry (id) where sequence is null;
create index entry_import on audit.entry (import_id, id) where import_id is not null;
create index entry_account on audit.entry (lower(account), id);
create index entry_kind on audit.entry (kind, id);
create index entry_at on audit.entry (at);

create table audit.chain (
    one             boolean     not null default true primary key check (one),
    sequence        bigint      not null default 0,
    hash            bytea       not null default decode(repeat('00', 32), 'hex'),
    purged_sequence bigint      not null default 0,
    purged_hash     bytea       not null default decode(repeat('00', 32), 'hex'),
    purged_at       timestamptz
);

comment on table audit.chain is 'The two ends of the chain: its last entry, and the last of those that have been purged.';

insert into audit.chain default values;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.sequence is null and new.sequence is not null
        and to_jsonb(new) - array['sequence', 'previous', 'hash']
            = to_jsonb(old) - array['sequence', 'previous', 'hash'] then
        return new;
    end if;
    if tg_op = 'DELETE' and current_setting('unenrol.audit_purge', true) = 'on' then
        return old;
    end if;
    raise exception 'entries of the audit trail are only ever added';
end
$$;

create trigger entry_is_kept before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entries_are_kept before truncate on audit.entry
    for each statement execute function audit.refuse_change();

-- The only way by which entries go: the oldest, in order, with an anchor for the rest and an entry that tells of it.
create function audit.purge(before timestamptz, most int) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    anchor  bigint;
    last    bigint;
    removed int;
begin
    select purged_sequence into anchor from audit.chain for update;
    select coalesce(min(oldest.sequence) filter (where oldest.at >= before) - 1, max(oldest.sequence)) into last
    from (select sequence, at from audit.entry where sequence > anchor order by sequence limit most) as oldest;
    if last is null or last <= anchor then
        return 0;
    end if;
    update audit.chain
    set purged_sequence = last,
        purged_hash = (select hash from audit.entry where sequence = last),
        purged_at = clock_timestamp();
    perform set_config('unenrol.audit_purge', 'on', true);
    delete from audit.entry where sequence <= last;
    get diagnostics removed = row_count;
    perform set_config('unenrol.audit_purge', 'off', true);
    insert into audit.entry (kind, via, details)
    values ('TRAIL_PURGED', 'SERVICE', jsonb_build_object('through', last::text, 'entries', removed::text));
    return removed;
end
$$;
