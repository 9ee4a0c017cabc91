-- Administrators have accounts of their own, in the schema accounts, which has taken them over from here.
do $$
begin
    if to_regclass('accounts.account') is null
        and exists (select from lms.app_user where role <> 'LEARNER' or password is not null)
    then
        raise exception 'lms.app_user still has accounts: migrate the schema accounts first, which takes them over';
    end if;
end
$$;

drop table managed_area;

alter table app_user
    drop constraint app_user_id_role_key,
    drop column role,
    drop column password;
