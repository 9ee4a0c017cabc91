-- The roles by which Unenrol comes in to its database: unenrol_owner has the schemas and migrates them, and one for each
-- service may do what it has to. What each may, the migrations say. Run this in Unenrol's database as an administrator of
-- the server, as often as you like; give each role a password after the first time.
-- What there is already, and belonged to one user, belongs to unenrol_owner from then on.
do $$
declare
    ours constant text[] := '{accounts,audit,imports,journal,lms,portal}';
    role name;
    change text;
begin
    foreach role in array '{unenrol_owner,unenrol_ingest,unenrol_worker,unenrol_notifier}'::name[] loop
        if not exists (select from pg_roles where rolname = role) then
            execute format('create role %I login', role);
        end if;
        execute format('grant connect on database %I to %I', current_database(), role);
    end loop;

    -- An administrator who is no superuser gives away only what both may have.
    if not pg_has_role('unenrol_owner', 'set') then
        execute format('grant unenrol_owner to %I', current_user);
    end if;

    execute format('revoke create, temporary on database %I from public', current_database());
    execute format('grant create, temporary on database %I to unenrol_owner', current_database());
    execute 'revoke create on schema public from public';
    execute 'alter default privileges for role unenrol_owner revoke execute on functions from public';

    for change in
        select statement
        from (
            select 1, format('alter schema %I owner to unenrol_owner', nspname), nspowner
            from pg_namespace where nspname = any (ours)
            union all
            select 2, format('alter table %s owner to unenrol_owner', c.oid::regclass), relowner
            from pg_class c join pg_namespace n on n.oid = relnamespace
            where nspname = any (ours) and relkind in ('r', 'p', 'v')
            union all
            select 3, format('alter routine %s owner to unenrol_owner', p.oid::regprocedure), proowner
            from pg_proc p join pg_namespace n on n.oid = pronamespace
            where nspname = any (ours)
        ) as owned (place, statement, owner)
        where pg_get_userbyid(owner) <> 'unenrol_owner'
        order by place
    loop
        execute change;
    end loop;
end
$$;
